// change/revision
// Move the revision and the stamps of the tables.
// access: write
// params: seq (int), stamps (str)
// returns: none
MATCH (s:Store {one: 1})
SET s.revision = $seq,
    s.stamps = $stamps
