// schema/targets_id
// An id of targets is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT targets_id IF NOT EXISTS
FOR (n:Target)
REQUIRE n.id IS UNIQUE
