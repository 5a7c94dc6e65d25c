// change/contacts_link_actor
// Draw CONTACT_OF again from the actor of some contacts. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Contact {id: id})
CALL (n) {
  MATCH (n)-[old:CONTACT_OF]->(:Actor)
  DELETE old
}
WITH n, n.actor AS reference
MATCH (target:Actor {id: reference})
CREATE (n)-[:CONTACT_OF]->(target)
