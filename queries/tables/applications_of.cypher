// tables/applications_of
// The applications of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Application {id: id})
RETURN collect([n.id, n.actor, n.project, n.year, n.territory, n.asked, n.decision, n.granted, n.paid, n.result, n.version]) AS rows
