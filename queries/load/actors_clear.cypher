// load/actors_clear
// Delete all actors, in batches. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
MATCH (n:Actor)
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 10000 ROWS
