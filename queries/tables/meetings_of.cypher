// tables/meetings_of
// The meetings of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
RETURN collect([n.id, n.kind, n.title, n.held_on, n.place, n.committee, n.project, n.territory, n.agenda, n.decisions, n.source, n.version]) AS rows
