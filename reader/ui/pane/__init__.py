"""The article pane: painting, scrolling and the cursor, on Textual's line API."""
