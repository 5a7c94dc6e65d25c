// schema/gate_one
// There is one Gate node.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT gate_one IF NOT EXISTS
FOR (n:Gate)
REQUIRE n.one IS UNIQUE
