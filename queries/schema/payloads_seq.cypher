// schema/payloads_seq
// An operation has one payload.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT payloads_seq IF NOT EXISTS
FOR (n:Payload)
REQUIRE n.seq IS UNIQUE
