// schema/themes_id
// An id of themes is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT themes_id IF NOT EXISTS
FOR (n:Theme)
REQUIRE n.id IS UNIQUE
