// tables/targets
// A page of targets, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Target)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.theme, n.place, n.kind, n.minimum, n.decided_on, n.decided_by, n.version]) AS rows
