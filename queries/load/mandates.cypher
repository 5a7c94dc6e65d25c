// load/mandates
// Create mandates between rows that exist. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
MATCH (a:Actor {id: row[1]})
MATCH (b:Actor {id: row[2]})
CREATE (a)-[:HOLDS_OFFICE {id: row[0], elu: row[1], organ: row[2], function: row[3], rank: row[4], starts_on: row[5], ends_on: row[6], source: row[7], reference: row[8], version: row[9]}]->(b)
RETURN count(*) AS created
