// change/actors_link_commune_code
// Draw LOCATED_IN again from the commune_code of some actors. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Actor {id: id})
CALL (n) {
  MATCH (n)-[old:LOCATED_IN]->(:Territory)
  DELETE old
}
WITH n, 'com:' + n.commune_code AS reference
MATCH (target:Territory {id: reference})
CREATE (n)-[:LOCATED_IN]->(target)
