// questions/committee_composition
// Combien de membres de chaque type compte un comité.
// access: read
// params: committee (str), on (str)
// returns: kind (str), members (int), names (list[str])
MATCH (a:Actor)-[tie:TAKES_PART]->(:Committee {id: $committee})
WHERE coalesce(tie.starts_on, '') <= $on + '~'
  AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
WITH DISTINCT a
ORDER BY a.name, a.id
RETURN a.kind AS kind, count(a) AS members, collect(a.name) AS names
ORDER BY members DESC, kind
LIMIT 50
