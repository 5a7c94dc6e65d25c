// tables/memberships
// A page of memberships, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH ()-[n:MEMBER_OF]->()
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.actor, n.organisation, n.starts_on, n.ends_on, n.source, n.reference, n.version]) AS rows
