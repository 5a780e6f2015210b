"""A source (path, URL, standard input) becomes an Article."""
