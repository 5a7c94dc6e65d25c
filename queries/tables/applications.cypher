// tables/applications
// A page of applications, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Application)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.actor, n.project, n.year, n.territory, n.asked, n.decision, n.granted, n.paid, n.result, n.version]) AS rows
