// change/collaborations_delete
// Delete some collaborations. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: deleted (int)
UNWIND $ids AS id
MATCH ()-[n:COLLABORATES_WITH {id: id}]->()
DELETE n
RETURN count(*) AS deleted
