// tables/contacts
// A page of contacts, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Contact)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.actor, n.last_name, n.first_name, n.role, n.phone, n.email, n.told_on, n.source, n.version]) AS rows
