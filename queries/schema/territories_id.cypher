// schema/territories_id
// An id of territories is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT territories_id IF NOT EXISTS
FOR (n:Territory)
REQUIRE n.id IS UNIQUE
