// change/actors_link_acts_in
// Draw ACTS_IN again from the acts_in of some actors. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:Actor {id: id})
CALL (n) {
  MATCH (n)-[old:ACTS_IN]->(:Territory)
  DELETE old
}
UNWIND n.acts_in AS reference
WITH DISTINCT n, reference
MATCH (target:Territory {id: reference})
CREATE (n)-[:ACTS_IN]->(target)
