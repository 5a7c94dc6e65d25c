// change/describe
// Write what the store says of itself.
// access: write
// params: as_of (str), title (str), notice (str), sealed_revision (int), sealed_hash (str)
// returns: none
MATCH (s:Store {one: 1})
SET s.as_of = $as_of,
    s.title = $title,
    s.notice = $notice,
    s.sealed_revision = $sealed_revision,
    s.sealed_hash = $sealed_hash
