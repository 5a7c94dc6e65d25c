// change/operation
// Append one line to the journal.
// access: write
// params: operation (map)
// returns: none
CREATE (o:Operation)
SET o = $operation
