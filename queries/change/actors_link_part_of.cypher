// change/actors_link_part_of
// Draw PART_OF again from the part_of of some actors. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Actor {id: id})
CALL (n) {
  MATCH (n)-[old:PART_OF]->(:Actor)
  DELETE old
}
WITH n, n.part_of AS reference
MATCH (target:Actor {id: reference})
CREATE (n)-[:PART_OF]->(target)
