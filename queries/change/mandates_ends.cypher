// change/mandates_ends
// The two ends of some mandates. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), source (str), target (str)
UNWIND $ids AS id
MATCH ()-[n:HOLDS_OFFICE {id: id}]->()
RETURN n.id AS id, n.elu AS source, n.organ AS target
