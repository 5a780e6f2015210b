"""Organisations and their member states, as they stood on a date."""
