// load/memberships
// Create memberships between rows that exist. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
MATCH (a:Actor {id: row[1]})
MATCH (b:Actor {id: row[2]})
CREATE (a)-[:MEMBER_OF {id: row[0], actor: row[1], organisation: row[2], starts_on: row[3], ends_on: row[4], source: row[5], reference: row[6], version: row[7]}]->(b)
RETURN count(*) AS created
