// change/applications_relink_actor
// Draw SUBMITTED_BY from all applications to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Application)
WITH n, n.actor AS reference
WHERE reference IN $ids
MATCH (target:Actor {id: reference})
MERGE (n)-[:SUBMITTED_BY]->(target)
