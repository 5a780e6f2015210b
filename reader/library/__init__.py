"""The library: which articles are known, how far each has been read, and which is which."""

from reader.library.catalogue import Library
from reader.library.entry import Entry

__all__ = ["Entry", "Library"]
