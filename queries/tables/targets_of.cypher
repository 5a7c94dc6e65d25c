// tables/targets_of
// The targets of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Target {id: id})
RETURN collect([n.id, n.theme, n.place, n.kind, n.minimum, n.decided_on, n.decided_by, n.version]) AS rows
