// schema/ready
// Answer once the database takes queries.
// access: read
// params: none
// returns: ready (int)
RETURN 1 AS ready
