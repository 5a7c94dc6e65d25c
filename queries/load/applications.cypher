// load/applications
// Create applications. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Application {id: row[0], actor: row[1], project: row[2], year: row[3], territory: row[4], asked: row[5], decision: row[6], granted: row[7], paid: row[8], result: row[9], version: row[10]})
RETURN count(*) AS created
