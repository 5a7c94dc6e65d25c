// change/participations_ends
// The two ends of some participations. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), source (str), target (str)
UNWIND $ids AS id
MATCH ()-[n:TAKES_PART {id: id}]->()
RETURN n.id AS id, n.actor AS source, n.target AS target
