// change/payload
// Keep, or replace, the values of one operation.
// access: write
// params: seq (int), salt (str), data (bytes), rewritten (bool)
// returns: none
MERGE (p:Payload {seq: $seq})
SET p.salt = $salt,
    p.data = $data,
    p.rewritten = $rewritten
