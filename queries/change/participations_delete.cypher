// change/participations_delete
// Delete some participations. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: deleted (int)
UNWIND $ids AS id
MATCH ()-[n:TAKES_PART {id: id}]->()
DELETE n
RETURN count(*) AS deleted
