// change/targets_link_theme
// Draw ABOUT again from the theme of some targets. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Target {id: id})
CALL (n) {
  MATCH (n)-[old:ABOUT]->(:Theme)
  DELETE old
}
WITH n, n.theme AS reference
MATCH (target:Theme {id: reference})
CREATE (n)-[:ABOUT]->(target)
