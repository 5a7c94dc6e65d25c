// load/answers
// Create answers. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Answer {id: row[0], subject: row[1], answer: row[2], why: row[3], by: row[4], on: row[5], version: row[6]})
RETURN count(*) AS created
