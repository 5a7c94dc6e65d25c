// load/touched_clear
// Delete all touched, in batches.
// access: write
// params: none
// returns: none
MATCH (n:Touched)
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 10000 ROWS
