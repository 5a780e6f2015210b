"""The screens: reading one article, the library, the help page."""
