"""Annotations out of the program and into it: one module a format."""
