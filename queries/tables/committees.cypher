// tables/committees
// A page of committees, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Committee)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.name, n.level, n.territory, n.parent, n.starts_on, n.ends_on, n.version]) AS rows
