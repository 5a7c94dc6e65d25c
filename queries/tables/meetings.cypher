// tables/meetings
// A page of meetings, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Meeting)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.kind, n.title, n.held_on, n.place, n.committee, n.project, n.territory, n.agenda, n.decisions, n.source, n.version]) AS rows
