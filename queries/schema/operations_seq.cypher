// schema/operations_seq
// The operations of the journal are numbered.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT operations_seq IF NOT EXISTS
FOR (n:Operation)
REQUIRE n.seq IS UNIQUE
