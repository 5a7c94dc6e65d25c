// tables/participations_of
// The participations that have an end in some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
CALL (id) {
  MATCH (:Actor {id: id})-[n:TAKES_PART]->()
  RETURN n
  UNION
  MATCH ()-[n:TAKES_PART]->(:Committee|Project {id: id})
  RETURN n
}
WITH DISTINCT n
RETURN collect([n.id, n.actor, n.target, n.role, n.college, n.seat, n.starts_on, n.ends_on, n.source, n.version]) AS rows
