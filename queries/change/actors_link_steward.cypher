// change/actors_link_steward
// Draw FOLLOWED_BY again from the steward of some actors. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Actor {id: id})
CALL (n) {
  MATCH (n)-[old:FOLLOWED_BY]->(:Territory)
  DELETE old
}
WITH n, n.steward AS reference
MATCH (target:Territory {id: reference})
CREATE (n)-[:FOLLOWED_BY]->(target)
