// change/meetings_versions
// The versions of some meetings; absent ids are left out. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), version (int)
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
RETURN n.id AS id, n.version AS version
