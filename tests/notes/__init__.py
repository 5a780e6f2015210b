"""Tests of the notes room."""
