// change/followups_relink_meeting
// Draw OF_MEETING from all followups to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:FollowUp)
WITH n, n.meeting AS reference
WHERE reference IN $ids
MATCH (target:Meeting {id: reference})
MERGE (n)-[:OF_MEETING]->(target)
