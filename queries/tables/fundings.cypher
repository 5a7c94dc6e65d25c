// tables/fundings
// A page of fundings, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH ()-[n:FUNDS]->()
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.funder, n.beneficiary, n.amount, n.year, n.decided_on, n.object, n.scheme, n.nature, n.project, n.application, n.source, n.reference, n.version]) AS rows
