// schema/labels
// Labels in use in the database.
// access: read
// params: none
// returns: label (str)
CALL db.labels()
YIELD label
RETURN label
