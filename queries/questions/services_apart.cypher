// questions/services_apart
// Les services d’une même institution qui ont des partenaires extérieurs en commun et entre qui aucun lien n’est noté.
// access: read
// params: at_least (int = 2), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 200)
// returns: first (str), first_name (str), second (str), second_name (str), common (int), names (list[str])
MATCH (first:Actor)-[:PART_OF]->(whole:Actor)<-[:PART_OF]-(second:Actor)
WHERE first.id < second.id
  AND coalesce(first.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN first.dissolved_on IS NULL THEN coalesce(first.status, '') <> 'dissous'
    ELSE first.dissolved_on + '~' >= $on + '~'
  END
  AND coalesce(second.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN second.dissolved_on IS NULL THEN coalesce(second.status, '') <> 'dissous'
    ELSE second.dissolved_on + '~' >= $on + '~'
  END
MATCH (first)-[one:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(x:Actor)-[two:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(second)
WHERE x <> whole
  AND type(one) IN $ties
  AND coalesce(one.starts_on, one.decided_on, toString(one.year), '') <= $on + '~'
  AND coalesce(one.ends_on, '9') + '~' >= $on + '~'
  AND type(two) IN $ties
  AND coalesce(two.starts_on, two.decided_on, toString(two.year), '') <= $on + '~'
  AND coalesce(two.ends_on, '9') + '~' >= $on + '~'
  AND coalesce(x.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN x.dissolved_on IS NULL THEN coalesce(x.status, '') <> 'dissous'
    ELSE x.dissolved_on + '~' >= $on + '~'
  END
  AND NOT EXISTS { (x)-[:PART_OF]->(whole) }
WITH DISTINCT first, second, x
ORDER BY x.name, x.id
WITH first, second, collect(x.name) AS names
WHERE size(names) >= $at_least
  AND NOT EXISTS {
    MATCH (first)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(second)
    WHERE type(tie) IN $ties
      AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
      AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
  }
RETURN first.id AS first, first.name AS first_name, second.id AS second,
       second.name AS second_name, size(names) AS common, names
ORDER BY common DESC, first, second
LIMIT $limit
