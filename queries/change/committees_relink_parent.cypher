// change/committees_relink_parent
// Draw REPORTS_TO from all committees to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Committee)
WITH n, n.parent AS reference
WHERE reference IN $ids
MATCH (target:Committee {id: reference})
MERGE (n)-[:REPORTS_TO]->(target)
