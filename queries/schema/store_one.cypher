// schema/store_one
// There is one Store node.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT store_one IF NOT EXISTS
FOR (n:Store)
REQUIRE n.one IS UNIQUE
