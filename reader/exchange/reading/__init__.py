"""Notes that come from elsewhere: their formats, where they belong, and which are known already."""
