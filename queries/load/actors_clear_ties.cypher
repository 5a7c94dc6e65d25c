// load/actors_clear_ties
// Delete all relationships of actors, in batches. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
MATCH (:Actor)-[r]->()
CALL (r) {
  DELETE r
} IN TRANSACTIONS OF 10000 ROWS
