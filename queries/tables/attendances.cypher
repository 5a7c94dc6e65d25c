// tables/attendances
// A page of attendances, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH ()-[n:ATTENDED]->()
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.actor, n.meeting, n.state, n.people, n.version]) AS rows
