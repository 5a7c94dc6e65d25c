// load/collaborations
// Create collaborations between rows that exist. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
MATCH (a:Actor {id: row[1]})
MATCH (b:Actor {id: row[2]})
CREATE (a)-[:COLLABORATES_WITH {id: row[0], a: row[1], b: row[2], nature: row[3], level: row[4], level_wording: row[5], frequency: row[6], declared_by: row[7], evidence: row[8], theme: row[9], project: row[10], starts_on: row[11], ends_on: row[12], comment: row[13], checked_on: row[14], source: row[15], reference: row[16], version: row[17]}]->(b)
RETURN count(*) AS created
