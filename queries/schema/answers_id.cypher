// schema/answers_id
// An id of answers is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT answers_id IF NOT EXISTS
FOR (n:Answer)
REQUIRE n.id IS UNIQUE
