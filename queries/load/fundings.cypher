// load/fundings
// Create fundings between rows that exist. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
MATCH (a:Actor {id: row[1]})
MATCH (b:Actor {id: row[2]})
CREATE (a)-[:FUNDS {id: row[0], funder: row[1], beneficiary: row[2], amount: row[3], year: row[4], decided_on: row[5], object: row[6], scheme: row[7], nature: row[8], project: row[9], application: row[10], source: row[11], reference: row[12], version: row[13]}]->(b)
RETURN count(*) AS created
