// change/loading
// Put or take away the mark of a load that is not whole yet.
// access: write
// params: on (bool)
// returns: none
MATCH (s:Store {one: 1})
SET s.loading = $on
