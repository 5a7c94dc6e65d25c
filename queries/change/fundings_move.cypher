// change/fundings_move
// Change fields and ends of fundings: rows of id, two ends, map of changes. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: changed (int)
UNWIND $rows AS row
MATCH ()-[old:FUNDS {id: row[0]}]->()
MATCH (a:Actor {id: row[1]})
MATCH (b:Actor {id: row[2]})
WITH row, old, a, b, properties(old) AS kept
DELETE old
CREATE (a)-[n:FUNDS]->(b)
SET n = kept
SET n += row[3],
    n.version = kept.version + 1
RETURN count(*) AS changed
