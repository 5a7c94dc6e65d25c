// load/actors
// Create actors. Rendered from the model by scripts/build_queries.py.
// access: write
// params: rows (list[list])
// returns: created (int)
UNWIND $rows AS row
CREATE (:Actor {id: row[0], name: row[1], kind: row[2], subtype: row[3], acronym: row[4], siren: row[5], siret: row[6], rna: row[7], commune: row[8], commune_code: row[9], postal_code: row[10], address: row[11], lat: row[12], lon: row[13], themes: row[14], acts_in: row[15], part_of: row[16], description: row[17], phone: row[18], email: row[19], website: row[20], status: row[21], steward: row[22], partners_asked_on: row[23], created_on: row[24], dissolved_on: row[25], visibility: row[26], checked_on: row[27], source: row[28], reference: row[29], geo_precision: row[30], search: row[31], version: row[32]})
RETURN count(*) AS created
