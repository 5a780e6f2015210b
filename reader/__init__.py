"""A terminal reader for news about states and their alliances."""
