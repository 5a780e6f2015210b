"""Notes that come from elsewhere."""
