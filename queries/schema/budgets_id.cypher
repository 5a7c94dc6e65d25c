// schema/budgets_id
// An id of budgets is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT budgets_id IF NOT EXISTS
FOR (n:Budget)
REQUIRE n.id IS UNIQUE
