// schema/collaborations_id
// An id of collaborations is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT collaborations_id IF NOT EXISTS
FOR ()-[n:COLLABORATES_WITH]-()
REQUIRE n.id IS UNIQUE
