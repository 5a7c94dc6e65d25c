// change/committees_link_territory
// Draw COVERS again from the territory of some committees. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Committee {id: id})
CALL (n) {
  MATCH (n)-[old:COVERS]->(:Territory)
  DELETE old
}
WITH n, n.territory AS reference
MATCH (target:Territory {id: reference})
CREATE (n)-[:COVERS]->(target)
