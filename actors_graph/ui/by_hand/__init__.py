"""What is written by hand: fiches and ties, and who works with whom."""
