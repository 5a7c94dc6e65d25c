// tables/touched
// Which rows each operation touched.
// access: read
// params: none
// returns: seq (int), entity (str)
MATCH (t:Touched)
RETURN t.seq AS seq, t.entity AS entity
ORDER BY seq, entity
