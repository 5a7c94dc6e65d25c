// change/lock
// Take the writers' turn: the write lock of the Store node, until the transaction ends.
// access: write
// params: none
// returns: none
MATCH (s:Store {one: 1})
REMOVE s.lock
