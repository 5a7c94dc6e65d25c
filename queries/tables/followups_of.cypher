// tables/followups_of
// The followups of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:FollowUp {id: id})
RETURN collect([n.id, n.what, n.actor, n.due_on, n.state, n.meeting, n.version]) AS rows
