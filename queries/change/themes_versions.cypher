// change/themes_versions
// The versions of some themes; absent ids are left out. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), version (int)
UNWIND $ids AS id
MATCH (n:Theme {id: id})
RETURN n.id AS id, n.version AS version
