"""Tests of loading: a source becomes an article."""
