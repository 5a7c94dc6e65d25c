// tables/raw_nodes
// The properties of the nodes of a label, whatever the schema that wrote them.
// access: read
// params: label (str)
// returns: row (map)
MATCH (n)
WHERE $label IN labels(n)
RETURN properties(n) AS row
ORDER BY row.id
