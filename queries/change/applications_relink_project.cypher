// change/applications_relink_project
// Draw OF_PROJECT from all applications to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Application)
WITH n, n.project AS reference
WHERE reference IN $ids
MATCH (target:Project {id: reference})
MERGE (n)-[:OF_PROJECT]->(target)
