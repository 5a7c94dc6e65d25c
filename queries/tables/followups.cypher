// tables/followups
// A page of followups, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:FollowUp)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.what, n.actor, n.due_on, n.state, n.meeting, n.version]) AS rows
