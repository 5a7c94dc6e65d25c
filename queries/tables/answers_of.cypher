// tables/answers_of
// The answers of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Answer {id: id})
RETURN collect([n.id, n.subject, n.answer, n.why, n.by, n.on, n.version]) AS rows
