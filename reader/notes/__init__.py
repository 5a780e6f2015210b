"""Annotations: values, anchors, storage in TinyDB, and the notebook that edits them."""
