// load/committees
// Create committees. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Committee {id: row[0], name: row[1], level: row[2], territory: row[3], parent: row[4], starts_on: row[5], ends_on: row[6], version: row[7]})
RETURN count(*) AS created
