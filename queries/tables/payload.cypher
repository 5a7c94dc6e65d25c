// tables/payload
// The values of one operation.
// access: read
// params: seq (int)
// returns: payload (map)
MATCH (p:Payload {seq: $seq})
RETURN properties(p) AS payload
