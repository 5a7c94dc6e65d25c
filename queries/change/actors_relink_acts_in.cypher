// change/actors_relink_acts_in
// Draw ACTS_IN from all actors to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Actor)
UNWIND n.acts_in AS reference
WITH DISTINCT n, reference
WHERE reference IN $ids
MATCH (target:Territory {id: reference})
MERGE (n)-[:ACTS_IN]->(target)
