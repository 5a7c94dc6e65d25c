// tables/operation_done
// The operation that was applied under one operation_id.
// access: read
// params: operation_id (str)
// returns: operation (map)
MATCH (o:Operation {operation_id: $operation_id})
RETURN properties(o) AS operation
