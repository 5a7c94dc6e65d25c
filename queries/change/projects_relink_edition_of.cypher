// change/projects_relink_edition_of
// Draw EDITION_OF from all projects to rows that have just been created. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
MATCH (n:Project)
WITH n, n.edition_of AS reference
WHERE reference IN $ids
MATCH (target:Project {id: reference})
MERGE (n)-[:EDITION_OF]->(target)
