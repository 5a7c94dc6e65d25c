// load/contacts
// Create contacts. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Contact {id: row[0], actor: row[1], last_name: row[2], first_name: row[3], role: row[4], phone: row[5], email: row[6], told_on: row[7], source: row[8], version: row[9]})
RETURN count(*) AS created
