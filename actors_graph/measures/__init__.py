"""The measures of the method and their evidence, as pure functions of a network."""
