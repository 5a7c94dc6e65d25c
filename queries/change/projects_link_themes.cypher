// change/projects_link_themes
// Draw WORKS_ON again from the themes of some projects. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Project {id: id})
CALL (n) {
  MATCH (n)-[old:WORKS_ON]->(:Theme)
  DELETE old
}
UNWIND n.themes AS reference
WITH DISTINCT n, reference
MATCH (target:Theme {id: reference})
CREATE (n)-[:WORKS_ON]->(target)
