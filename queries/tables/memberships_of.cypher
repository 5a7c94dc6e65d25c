// tables/memberships_of
// The memberships that have an end in some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
CALL (id) {
  MATCH (:Actor {id: id})-[n:MEMBER_OF]->()
  RETURN n
  UNION
  MATCH ()-[n:MEMBER_OF]->(:Actor {id: id})
  RETURN n
}
WITH DISTINCT n
RETURN collect([n.id, n.actor, n.organisation, n.starts_on, n.ends_on, n.source, n.reference, n.version]) AS rows
