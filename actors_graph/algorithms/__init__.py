"""Graph algorithms that return arrays in row order."""
