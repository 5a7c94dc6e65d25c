// schema/mandates_id
// An id of mandates is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT mandates_id IF NOT EXISTS
FOR ()-[n:HOLDS_OFFICE]-()
REQUIRE n.id IS UNIQUE
