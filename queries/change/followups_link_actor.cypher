// change/followups_link_actor
// Draw ASSIGNED_TO again from the actor of some followups. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:FollowUp {id: id})
CALL (n) {
  MATCH (n)-[old:ASSIGNED_TO]->(:Actor)
  DELETE old
}
WITH n, n.actor AS reference
MATCH (target:Actor {id: reference})
CREATE (n)-[:ASSIGNED_TO]->(target)
