// schema/applications_id
// An id of applications is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT applications_id IF NOT EXISTS
FOR (n:Application)
REQUIRE n.id IS UNIQUE
