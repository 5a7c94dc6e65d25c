// tables/chain
// The link of the chain after one operation.
// access: read
// params: seq (int)
// returns: chain (str)
MATCH (o:Operation {seq: $seq})
RETURN o.chain AS chain
