// schema/projects_id
// An id of projects is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT projects_id IF NOT EXISTS
FOR (n:Project)
REQUIRE n.id IS UNIQUE
