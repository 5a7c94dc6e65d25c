// change/attendances_ends
// The two ends of some attendances. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), source (str), target (str)
UNWIND $ids AS id
MATCH ()-[n:ATTENDED {id: id}]->()
RETURN n.id AS id, n.actor AS source, n.meeting AS target
