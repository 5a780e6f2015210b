"""Tests of the article pane."""
