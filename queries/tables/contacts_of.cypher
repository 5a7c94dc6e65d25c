// tables/contacts_of
// The contacts of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Contact {id: id})
RETURN collect([n.id, n.actor, n.last_name, n.first_name, n.role, n.phone, n.email, n.told_on, n.source, n.version]) AS rows
