// schema/fundings_id
// An id of fundings is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT fundings_id IF NOT EXISTS
FOR ()-[n:FUNDS]-()
REQUIRE n.id IS UNIQUE
