// load/payloads_clear
// Delete all payloads, in batches.
// access: write
// params: none
// returns: none
MATCH (n:Payload)
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 10000 ROWS
