// tables/committees_of
// The committees of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Committee {id: id})
RETURN collect([n.id, n.name, n.level, n.territory, n.parent, n.starts_on, n.ends_on, n.version]) AS rows
