// change/actors_relink_commune_code
// Draw LOCATED_IN from all actors to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Actor)
WITH n, 'com:' + n.commune_code AS reference
WHERE reference IN $ids
MATCH (target:Territory {id: reference})
MERGE (n)-[:LOCATED_IN]->(target)
