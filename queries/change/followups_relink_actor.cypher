// change/followups_relink_actor
// Draw ASSIGNED_TO from all followups to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:FollowUp)
WITH n, n.actor AS reference
WHERE reference IN $ids
MATCH (target:Actor {id: reference})
MERGE (n)-[:ASSIGNED_TO]->(target)
