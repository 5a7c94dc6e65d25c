// change/actors_relink_part_of
// Draw PART_OF from all actors to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Actor)
WITH n, n.part_of AS reference
WHERE reference IN $ids
MATCH (target:Actor {id: reference})
MERGE (n)-[:PART_OF]->(target)
