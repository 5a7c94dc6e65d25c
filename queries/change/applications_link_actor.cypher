// change/applications_link_actor
// Draw SUBMITTED_BY again from the actor of some applications. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Application {id: id})
CALL (n) {
  MATCH (n)-[old:SUBMITTED_BY]->(:Actor)
  DELETE old
}
WITH n, n.actor AS reference
MATCH (target:Actor {id: reference})
CREATE (n)-[:SUBMITTED_BY]->(target)
