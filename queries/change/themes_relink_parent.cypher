// change/themes_relink_parent
// Draw BROADER from all themes to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Theme)
WITH n, n.parent AS reference
WHERE reference IN $ids
MATCH (target:Theme {id: reference})
MERGE (n)-[:BROADER]->(target)
