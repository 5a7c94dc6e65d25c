// schema/contacts_id
// An id of contacts is unique. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT contacts_id IF NOT EXISTS
FOR (n:Contact)
REQUIRE n.id IS UNIQUE
