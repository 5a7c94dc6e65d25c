// schema/followups_id
// An id of followups is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT followups_id IF NOT EXISTS
FOR (n:FollowUp)
REQUIRE n.id IS UNIQUE
