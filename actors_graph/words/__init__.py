"""French: plurals, elision, numbers, dates."""
