// change/meetings_link_project
// Draw OF_PROJECT again from the project of some meetings. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
CALL (n) {
  MATCH (n)-[old:OF_PROJECT]->(:Project)
  DELETE old
}
WITH n, n.project AS reference
MATCH (target:Project {id: reference})
CREATE (n)-[:OF_PROJECT]->(target)
