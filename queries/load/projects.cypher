// load/projects
// Create projects. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Project {id: row[0], name: row[1], kind: row[2], edition_of: row[3], committee: row[4], territory: row[5], themes: row[6], state: row[7], publication: row[8], starts_on: row[9], ends_on: row[10], budget: row[11], summary: row[12], audience: row[13], inhabitants: row[14], result: row[15], reuse: row[16], source: row[17], reference: row[18], version: row[19]})
RETURN count(*) AS created
