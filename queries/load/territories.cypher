// load/territories
// Create territories. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Territory {id: row[0], kind: row[1], code: row[2], name: row[3], parents: row[4], communes: row[5], lat: row[6], lon: row[7], population: row[8], version: row[9]})
RETURN count(*) AS created
