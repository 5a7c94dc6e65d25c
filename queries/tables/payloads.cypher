// tables/payloads
// The values of all operations, in order.
// access: read
// params: none
// returns: payload (map)
MATCH (p:Payload)
RETURN properties(p) AS payload
ORDER BY p.seq
