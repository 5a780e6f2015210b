"""Pure functions on text: grapheme clusters, words, sentences, search."""
