"""Tests of the library: which articles are known, and which is which."""
