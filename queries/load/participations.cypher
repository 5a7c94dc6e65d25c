// load/participations
// Create participations between rows that exist. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
MATCH (a:Actor {id: row[1]})
MATCH (b:Committee|Project {id: row[2]})
CREATE (a)-[:TAKES_PART {id: row[0], actor: row[1], target: row[2], role: row[3], college: row[4], seat: row[5], starts_on: row[6], ends_on: row[7], source: row[8], version: row[9]}]->(b)
RETURN count(*) AS created
