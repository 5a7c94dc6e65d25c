// schema/participations_id
// An id of participations is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT participations_id IF NOT EXISTS
FOR ()-[n:TAKES_PART]-()
REQUIRE n.id IS UNIQUE
