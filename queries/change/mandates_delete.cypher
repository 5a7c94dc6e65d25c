// change/mandates_delete
// Delete some mandates. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: deleted (int)
UNWIND $ids AS id
MATCH ()-[n:HOLDS_OFFICE {id: id}]->()
DELETE n
RETURN count(*) AS deleted
