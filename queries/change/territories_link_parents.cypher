// change/territories_link_parents
// Draw PART_OF again from the parents of some territories. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Territory {id: id})
CALL (n) {
  MATCH (n)-[old:PART_OF]->(:Territory)
  DELETE old
}
UNWIND n.parents AS reference
WITH DISTINCT n, reference
MATCH (target:Territory {id: reference})
CREATE (n)-[:PART_OF]->(target)
