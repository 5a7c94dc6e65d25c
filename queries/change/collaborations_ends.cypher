// change/collaborations_ends
// The two ends of some collaborations. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), source (str), target (str)
UNWIND $ids AS id
MATCH ()-[n:COLLABORATES_WITH {id: id}]->()
RETURN n.id AS id, n.a AS source, n.b AS target
