// tables/themes
// A page of themes, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Theme)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.label, n.parent, n.synonyms, n.version]) AS rows
