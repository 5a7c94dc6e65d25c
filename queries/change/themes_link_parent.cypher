// change/themes_link_parent
// Draw BROADER again from the parent of some themes. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Theme {id: id})
CALL (n) {
  MATCH (n)-[old:BROADER]->(:Theme)
  DELETE old
}
WITH n, n.parent AS reference
MATCH (target:Theme {id: reference})
CREATE (n)-[:BROADER]->(target)
