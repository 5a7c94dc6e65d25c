// schema/attendances_id
// An id of attendances is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT attendances_id IF NOT EXISTS
FOR ()-[n:ATTENDED]-()
REQUIRE n.id IS UNIQUE
