// change/territories_relink_parents
// Draw PART_OF from all territories to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Territory)
UNWIND n.parents AS reference
WITH DISTINCT n, reference
WHERE reference IN $ids
MATCH (target:Territory {id: reference})
MERGE (n)-[:PART_OF]->(target)
