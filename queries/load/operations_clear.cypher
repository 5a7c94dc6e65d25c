// load/operations_clear
// Delete all operations, in batches.
// access: write
// params: none
// returns: none
MATCH (n:Operation)
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 10000 ROWS
