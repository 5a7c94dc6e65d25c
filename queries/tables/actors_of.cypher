// tables/actors_of
// The actors of some ids. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: rows (list[list])
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN collect([n.id, n.name, n.kind, n.subtype, n.acronym, n.siren, n.siret, n.rna, n.commune, n.commune_code, n.postal_code, n.address, n.lat, n.lon, n.themes, n.acts_in, n.part_of, n.description, n.phone, n.email, n.website, n.status, n.steward, n.partners_asked_on, n.created_on, n.dissolved_on, n.visibility, n.checked_on, n.source, n.reference, n.geo_precision, n.search, n.version]) AS rows
