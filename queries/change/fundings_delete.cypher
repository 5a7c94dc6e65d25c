// change/fundings_delete
// Delete some fundings. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: deleted (int)
UNWIND $ids AS id
MATCH ()-[n:FUNDS {id: id}]->()
DELETE n
RETURN count(*) AS deleted
