// change/targets_relink_theme
// Draw ABOUT from all targets to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Target)
WITH n, n.theme AS reference
WHERE reference IN $ids
MATCH (target:Theme {id: reference})
MERGE (n)-[:ABOUT]->(target)
