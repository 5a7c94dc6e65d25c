// change/contacts_relink_actor
// Draw CONTACT_OF from all contacts to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Contact)
WITH n, n.actor AS reference
WHERE reference IN $ids
MATCH (target:Actor {id: reference})
MERGE (n)-[:CONTACT_OF]->(target)
