// change/meetings_link_committee
// Draw OF_COMMITTEE again from the committee of some meetings. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
CALL (n) {
  MATCH (n)-[old:OF_COMMITTEE]->(:Committee)
  DELETE old
}
WITH n, n.committee AS reference
MATCH (target:Committee {id: reference})
CREATE (n)-[:OF_COMMITTEE]->(target)
