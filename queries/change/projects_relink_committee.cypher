// change/projects_relink_committee
// Draw OF_COMMITTEE from all projects to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Project)
WITH n, n.committee AS reference
WHERE reference IN $ids
MATCH (target:Committee {id: reference})
MERGE (n)-[:OF_COMMITTEE]->(target)
