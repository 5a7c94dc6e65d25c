"""What one cell says: typed, mended or refused, and in which words."""
