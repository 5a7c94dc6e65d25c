// schema/indexes
// Names of the indexes, those of the constraints included.
// access: read
// params: none
// returns: name (str)
SHOW INDEXES
YIELD name
RETURN name
