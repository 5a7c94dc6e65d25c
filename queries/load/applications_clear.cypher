// load/applications_clear
// Delete all applications, in batches. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
MATCH (n:Application)
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 10000 ROWS
