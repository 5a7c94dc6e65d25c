// tables/territories_of
// The territories of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Territory {id: id})
RETURN collect([n.id, n.kind, n.code, n.name, n.parents, n.communes, n.lat, n.lon, n.population, n.version]) AS rows
