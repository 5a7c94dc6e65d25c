// tables/store
// The Store node: what the store says of itself and how far it is.
// access: read
// params: none
// returns: store (map)
MATCH (s:Store {one: 1})
RETURN properties(s) AS store
