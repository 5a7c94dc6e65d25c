// schema/operations_operation_id
// An operation is applied once.
// access: write
// params: none
// returns: none
CREATE CONSTRAINT operations_operation_id IF NOT EXISTS
FOR (n:Operation)
REQUIRE n.operation_id IS UNIQUE
