// tables/mandates_of
// The mandates that have an end in some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
CALL (id) {
  MATCH (:Actor {id: id})-[n:HOLDS_OFFICE]->()
  RETURN n
  UNION
  MATCH ()-[n:HOLDS_OFFICE]->(:Actor {id: id})
  RETURN n
}
WITH DISTINCT n
RETURN collect([n.id, n.elu, n.organ, n.function, n.rank, n.starts_on, n.ends_on, n.source, n.reference, n.version]) AS rows
