// change/pass_gate
// Hold the gate, a writer until its commit is visible, a reader for a moment, and read the Store node.
// access: write
// params: none
// returns: store (map)
MATCH (g:Gate {one: 1})
SET g.lock = true
WITH g
MATCH (s:Store {one: 1})
RETURN properties(s) AS store
