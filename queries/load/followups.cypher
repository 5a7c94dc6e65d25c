// load/followups
// Create followups. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:FollowUp {id: row[0], what: row[1], actor: row[2], due_on: row[3], state: row[4], meeting: row[5], version: row[6]})
RETURN count(*) AS created
