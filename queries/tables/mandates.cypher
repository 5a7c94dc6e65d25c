// tables/mandates
// A page of mandates, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH ()-[n:HOLDS_OFFICE]->()
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.elu, n.organ, n.function, n.rank, n.starts_on, n.ends_on, n.source, n.reference, n.version]) AS rows
