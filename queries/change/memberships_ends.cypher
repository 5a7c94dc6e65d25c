// change/memberships_ends
// The two ends of some memberships. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), source (str), target (str)
UNWIND $ids AS id
MATCH ()-[n:MEMBER_OF {id: id}]->()
RETURN n.id AS id, n.actor AS source, n.organisation AS target
