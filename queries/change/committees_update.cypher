// change/committees_update
// Change some fields of committees: rows of id and map of changes. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: changed (int)
UNWIND $rows AS row
MATCH (n:Committee {id: row[0]})
SET n += row[1],
    n.version = n.version + 1
RETURN count(*) AS changed
