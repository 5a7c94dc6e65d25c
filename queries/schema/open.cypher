// schema/open
// Make the Store node and its two companions unless they exist.
// access: write
// params: schema_version (int), identity_key (str)
// returns: none
MERGE (s:Store {one: 1})
ON CREATE SET
  s.schema_version = $schema_version,
  s.identity_key = $identity_key,
  s.as_of = '',
  s.title = '',
  s.notice = '',
  s.sealed_revision = 0,
  s.sealed_hash = '',
  s.revision = 0,
  s.stamps = '{}',
  s.loading = false
MERGE (:Gate {one: 1})
MERGE (:Inhabitants {id: ''})
