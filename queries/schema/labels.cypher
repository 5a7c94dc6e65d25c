// schema/labels
// Labels that nodes of the database have.
// access: read
// params: none
// returns: label (str)
MATCH (n)
UNWIND labels(n) AS label
RETURN DISTINCT label
