"""The map: positions, payload, the canvas component."""
