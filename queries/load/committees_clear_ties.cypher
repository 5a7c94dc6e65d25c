// load/committees_clear_ties
// Delete all relationships of committees, in batches. Rendered from the model by scripts/build_queries.py.
// access: write
// params: none
// returns: none
MATCH (:Committee)-[r]->()
CALL (r) {
  DELETE r
} IN TRANSACTIONS OF 10000 ROWS
