// tables/actors
// A page of actors, by id, after one id. Rendered from the model by scripts/build_queries.py.
// access: read
// params: after (str), size (int)
// returns: rows (list[list])
MATCH (n:Actor)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $size
RETURN collect([n.id, n.name, n.kind, n.subtype, n.acronym, n.siren, n.siret, n.rna, n.commune, n.commune_code, n.postal_code, n.address, n.lat, n.lon, n.themes, n.acts_in, n.part_of, n.description, n.phone, n.email, n.website, n.status, n.steward, n.partners_asked_on, n.created_on, n.dissolved_on, n.visibility, n.checked_on, n.source, n.reference, n.geo_precision, n.search, n.version]) AS rows
