// tables/collaborations
// A page of collaborations, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH ()-[n:COLLABORATES_WITH]->()
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.a, n.b, n.nature, n.level, n.level_wording, n.frequency, n.declared_by, n.evidence, n.theme, n.project, n.starts_on, n.ends_on, n.comment, n.checked_on, n.source, n.reference, n.version]) AS rows
