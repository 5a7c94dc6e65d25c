// tables/collaborations_of
// The collaborations that have an end in some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
CALL (id) {
  MATCH (:Actor {id: id})-[n:COLLABORATES_WITH]->()
  RETURN n
  UNION
  MATCH ()-[n:COLLABORATES_WITH]->(:Actor {id: id})
  RETURN n
}
WITH DISTINCT n
RETURN collect([n.id, n.a, n.b, n.nature, n.level, n.level_wording, n.frequency, n.declared_by, n.evidence, n.theme, n.project, n.starts_on, n.ends_on, n.comment, n.checked_on, n.source, n.reference, n.version]) AS rows
