// change/lock
// Take the writers' turn: the write lock of the Store node, until the transaction ends.
// access: write
// params: operation_id (str)
// returns: none
MATCH (s:Store {one: 1})
SET s.writer = $operation_id
