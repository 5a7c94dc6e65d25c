// schema/memberships_id
// An id of memberships is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT memberships_id IF NOT EXISTS
FOR ()-[n:MEMBER_OF]-()
REQUIRE n.id IS UNIQUE
