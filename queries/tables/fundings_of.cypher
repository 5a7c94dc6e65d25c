// tables/fundings_of
// The fundings that have an end in some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
CALL (id) {
  MATCH (:Actor {id: id})-[n:FUNDS]->()
  RETURN n
  UNION
  MATCH ()-[n:FUNDS]->(:Actor {id: id})
  RETURN n
}
WITH DISTINCT n
RETURN collect([n.id, n.funder, n.beneficiary, n.amount, n.year, n.decided_on, n.object, n.scheme, n.nature, n.project, n.application, n.source, n.reference, n.version]) AS rows
