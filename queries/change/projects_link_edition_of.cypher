// change/projects_link_edition_of
// Draw EDITION_OF again from the edition_of of some projects. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Project {id: id})
CALL (n) {
  MATCH (n)-[old:EDITION_OF]->(:Project)
  DELETE old
}
WITH n, n.edition_of AS reference
MATCH (target:Project {id: reference})
CREATE (n)-[:EDITION_OF]->(target)
