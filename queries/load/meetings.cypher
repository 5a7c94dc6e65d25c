// load/meetings
// Create meetings. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Meeting {id: row[0], kind: row[1], title: row[2], held_on: row[3], place: row[4], committee: row[5], project: row[6], territory: row[7], agenda: row[8], decisions: row[9], source: row[10], version: row[11]})
RETURN count(*) AS created
