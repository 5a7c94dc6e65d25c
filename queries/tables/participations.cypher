// tables/participations
// A page of participations, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH ()-[n:TAKES_PART]->()
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.actor, n.target, n.role, n.college, n.seat, n.starts_on, n.ends_on, n.source, n.version]) AS rows
