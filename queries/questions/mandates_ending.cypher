// questions/mandates_ending
// Les mandats en cours qui se terminent avant une date.
// access: read
// params: before (str), on (str), limit (int = 500)
// returns: elu (str), name (str), organ (str), organ_name (str), function (str), ends_on (str)
MATCH (a:Actor)-[tie:HOLDS_OFFICE]->(o:Actor)
WHERE tie.ends_on < $before
  AND coalesce(tie.starts_on, '') <= $on + '~'
  AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
RETURN a.id AS elu, a.name AS name, o.id AS organ, o.name AS organ_name,
       tie.function AS function, tie.ends_on AS ends_on
ORDER BY ends_on, name, organ
LIMIT $limit
