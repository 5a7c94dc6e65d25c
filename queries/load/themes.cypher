// load/themes
// Create themes. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Theme {id: row[0], label: row[1], parent: row[2], synonyms: row[3], version: row[4]})
RETURN count(*) AS created
