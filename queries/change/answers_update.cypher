// change/answers_update
// Change some fields of answers: rows of id and map of changes. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: changed (int)
UNWIND $rows AS row
MATCH (n:Answer {id: row[0]})
SET n += row[1],
    n.version = n.version + 1
RETURN count(*) AS changed
