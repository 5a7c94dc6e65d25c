// schema/actors_id
// An id of actors is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT actors_id IF NOT EXISTS
FOR (n:Actor)
REQUIRE n.id IS UNIQUE
