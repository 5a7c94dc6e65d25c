// load/budgets
// Create budgets. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Budget {id: row[0], year: row[1], territory: row[2], scheme: row[3], voted: row[4], version: row[5]})
RETURN count(*) AS created
