"""Notes kept in step with a server."""
