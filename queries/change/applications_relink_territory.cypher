// change/applications_relink_territory
// Draw COVERS from all applications to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Application)
WITH n, n.territory AS reference
WHERE reference IN $ids
MATCH (target:Territory {id: reference})
MERGE (n)-[:COVERS]->(target)
