// change/identity
// Take the identity key and the schema version of a backup.
// access: write
// params: schema_version (int), identity_key (str)
// returns: none
MATCH (s:Store {one: 1})
SET s.schema_version = $schema_version,
    s.identity_key = $identity_key
