// change/projects_relink_themes
// Draw WORKS_ON from all projects to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Project)
UNWIND n.themes AS reference
WITH DISTINCT n, reference
WHERE reference IN $ids
MATCH (target:Theme {id: reference})
MERGE (n)-[:WORKS_ON]->(target)
