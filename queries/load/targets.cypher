// load/targets
// Create targets. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Target {id: row[0], theme: row[1], place: row[2], kind: row[3], minimum: row[4], decided_on: row[5], decided_by: row[6], version: row[7]})
RETURN count(*) AS created
