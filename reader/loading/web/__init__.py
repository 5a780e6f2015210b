"""Pages from the network: fetched within limits, kept, and fetched again only when changed."""
