// change/collaborations_versions
// The versions of some collaborations; absent ids are left out. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), version (int)
UNWIND $ids AS id
MATCH ()-[n:COLLABORATES_WITH {id: id}]->()
RETURN n.id AS id, n.version AS version
