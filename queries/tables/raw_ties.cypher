// tables/raw_ties
// The properties of the relationships of a type, whatever the schema that wrote them.
// access: read
// params: label (str)
// returns: row (map)
MATCH ()-[r]->()
WHERE type(r) = $label
RETURN properties(r) AS row
ORDER BY row.id
