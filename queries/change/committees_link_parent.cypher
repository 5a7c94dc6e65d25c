// change/committees_link_parent
// Draw REPORTS_TO again from the parent of some committees. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Committee {id: id})
CALL (n) {
  MATCH (n)-[old:REPORTS_TO]->(:Committee)
  DELETE old
}
WITH n, n.parent AS reference
MATCH (target:Committee {id: reference})
CREATE (n)-[:REPORTS_TO]->(target)
