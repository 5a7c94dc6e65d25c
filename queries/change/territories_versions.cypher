// change/territories_versions
// The versions of some territories; absent ids are left out. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), version (int)
UNWIND $ids AS id
MATCH (n:Territory {id: id})
RETURN n.id AS id, n.version AS version
