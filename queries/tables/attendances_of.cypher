// tables/attendances_of
// The attendances that have an end in some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
CALL (id) {
  MATCH (:Actor {id: id})-[n:ATTENDED]->()
  RETURN n
  UNION
  MATCH ()-[n:ATTENDED]->(:Meeting {id: id})
  RETURN n
}
WITH DISTINCT n
RETURN collect([n.id, n.actor, n.meeting, n.state, n.people, n.version]) AS rows
