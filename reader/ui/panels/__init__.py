"""The side panel's pages: states, entities, notes, outline."""
