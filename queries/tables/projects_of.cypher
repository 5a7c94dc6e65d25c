// tables/projects_of
// The projects of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Project {id: id})
RETURN collect([n.id, n.name, n.kind, n.edition_of, n.committee, n.territory, n.themes, n.state, n.publication, n.starts_on, n.ends_on, n.budget, n.summary, n.audience, n.inhabitants, n.result, n.reuse, n.source, n.reference, n.version]) AS rows
