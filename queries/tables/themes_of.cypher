// tables/themes_of
// The themes of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Theme {id: id})
RETURN collect([n.id, n.label, n.parent, n.synonyms, n.version]) AS rows
