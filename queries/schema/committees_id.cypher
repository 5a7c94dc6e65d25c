// schema/committees_id
// An id of committees is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT committees_id IF NOT EXISTS
FOR (n:Committee)
REQUIRE n.id IS UNIQUE
