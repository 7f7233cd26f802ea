"""How a run is shown, by name of format."""
