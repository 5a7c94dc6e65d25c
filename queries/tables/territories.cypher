// tables/territories
// A page of territories, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Territory)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.kind, n.code, n.name, n.parents, n.communes, n.lat, n.lon, n.population, n.version]) AS rows
