"""Whether a mention would cut what a person takes for one character."""

from reader.text.graphemes import cluster_at

# Grapheme_Cluster_Break=Prepend, Unicode 15.1, GraphemeBreakProperty.txt: joined to what follows.
_PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd"
    "\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84\U00011a85\U00011a86\U00011a87"
    "\U00011a88\U00011a89\U00011d46\U00011f02"
)
_FIRST_JOINING = "\u0300"


def whole_clusters(text: str, start: int, end: int) -> bool:
    """Whether grapheme clusters begin at `start` and end at `end`; `start` is at a letter."""
    if start and text[start - 1] in _PREPENDED:
        return False
    if end == len(text) or text[end] < _FIRST_JOINING:
        return True
    return cluster_at(text, end - 1)[1] == end
