// change/lock
// Take the writers' turn, the write lock of the Store node, and read the node under it.
// access: write
// params: none
// returns: store (map)
MATCH (s:Store {one: 1})
SET s.lock = true
WITH s
RETURN properties(s) AS store
