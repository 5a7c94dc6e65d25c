// schema/meetings_id
// An id of meetings is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT meetings_id IF NOT EXISTS
FOR (n:Meeting)
REQUIRE n.id IS UNIQUE
