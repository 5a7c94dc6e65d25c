// schema/inhabitants_id
// There is one Inhabitants node.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT inhabitants_id IF NOT EXISTS
FOR (n:Inhabitants)
REQUIRE n.id IS UNIQUE
