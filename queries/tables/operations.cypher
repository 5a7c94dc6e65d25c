// tables/operations
// The journal, in order.
// access: read
// params: none
// returns: operation (map)
MATCH (o:Operation)
RETURN properties(o) AS operation
ORDER BY o.seq
