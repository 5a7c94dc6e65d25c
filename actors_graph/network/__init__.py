"""A scope (which actors, ties, date) and the network it draws from the store."""
