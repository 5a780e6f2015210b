"""Tests of fetching, against a web server on this machine."""
