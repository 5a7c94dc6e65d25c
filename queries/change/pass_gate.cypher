// change/pass_gate
// Hold the gate: by a writer until its commit is visible, by a reader for a moment.
// access: write
// params: none
// returns: none
MATCH (g:Gate {one: 1})
REMOVE g.lock
