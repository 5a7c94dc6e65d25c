// change/memberships_delete
// Delete some memberships. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: deleted (int)
UNWIND $ids AS id
MATCH ()-[n:MEMBER_OF {id: id}]->()
DELETE n
RETURN count(*) AS deleted
