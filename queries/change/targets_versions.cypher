// change/targets_versions
// The versions of some targets; absent ids are left out. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), version (int)
UNWIND $ids AS id
MATCH (n:Target {id: id})
RETURN n.id AS id, n.version AS version
