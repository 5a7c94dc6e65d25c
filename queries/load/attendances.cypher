// load/attendances
// Create attendances between rows that exist. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
MATCH (a:Actor|Inhabitants {id: coalesce(row[1], '')})
MATCH (b:Meeting {id: row[2]})
CREATE (a)-[:ATTENDED {id: row[0], actor: row[1], meeting: row[2], state: row[3], people: row[4], version: row[5]}]->(b)
RETURN count(*) AS created
