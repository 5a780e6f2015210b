"""An article becomes mentions of people, organisations, states, places, dates and events."""
