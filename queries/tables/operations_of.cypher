// tables/operations_of
// The operations that touched one row, in order.
// access: read
// params: entity (str)
// returns: operation (map)
MATCH (t:Touched {entity: $entity})
WITH DISTINCT t.seq AS seq
MATCH (o:Operation {seq: seq})
RETURN properties(o) AS operation
ORDER BY o.seq
