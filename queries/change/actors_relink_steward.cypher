// change/actors_relink_steward
// Draw FOLLOWED_BY from all actors to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Actor)
WITH n, n.steward AS reference
WHERE reference IN $ids
MATCH (target:Territory {id: reference})
MERGE (n)-[:FOLLOWED_BY]->(target)
