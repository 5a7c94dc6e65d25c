// tables/answers
// A page of answers, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Answer)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.subject, n.answer, n.why, n.by, n.on, n.version]) AS rows
