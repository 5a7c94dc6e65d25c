// tables/projects
// A page of projects, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Project)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.name, n.kind, n.edition_of, n.committee, n.territory, n.themes, n.state, n.publication, n.starts_on, n.ends_on, n.budget, n.summary, n.audience, n.inhabitants, n.result, n.reuse, n.source, n.reference, n.version]) AS rows
