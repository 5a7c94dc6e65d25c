// tables/budgets_of
// The budgets of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Budget {id: id})
RETURN collect([n.id, n.year, n.territory, n.scheme, n.voted, n.version]) AS rows
