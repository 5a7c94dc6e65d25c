// change/attendances_delete
// Delete some attendances. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: deleted (int)
UNWIND $ids AS id
MATCH ()-[n:ATTENDED {id: id}]->()
DELETE n
RETURN count(*) AS deleted
