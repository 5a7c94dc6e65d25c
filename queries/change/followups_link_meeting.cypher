// change/followups_link_meeting
// Draw OF_MEETING again from the meeting of some followups. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (n:FollowUp {id: id})
CALL (n) {
  MATCH (n)-[old:OF_MEETING]->(:Meeting)
  DELETE old
}
WITH n, n.meeting AS reference
MATCH (target:Meeting {id: reference})
CREATE (n)-[:OF_MEETING]->(target)
