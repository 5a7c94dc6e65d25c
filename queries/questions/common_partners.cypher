// questions/common_partners
// Les couples d’acteurs qui ont plusieurs partenaires en commun et entre qui aucun lien n’est noté.
// access: read
// params: at_least (int = 3), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 200)
// returns: first (str), first_name (str), second (str), second_name (str), common (int)
MATCH (a:Actor)-[one:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(c:Actor)-[two:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b:Actor)
WHERE a.id < b.id AND a <> c AND b <> c
  AND type(one) IN $ties
  AND coalesce(one.starts_on, one.decided_on, toString(one.year), '') <= $on + '~'
  AND coalesce(one.ends_on, '9') + '~' >= $on + '~'
  AND type(two) IN $ties
  AND coalesce(two.starts_on, two.decided_on, toString(two.year), '') <= $on + '~'
  AND coalesce(two.ends_on, '9') + '~' >= $on + '~'
  AND coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
  AND coalesce(b.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN b.dissolved_on IS NULL THEN coalesce(b.status, '') <> 'dissous'
    ELSE b.dissolved_on + '~' >= $on + '~'
  END
  AND coalesce(c.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN c.dissolved_on IS NULL THEN coalesce(c.status, '') <> 'dissous'
    ELSE c.dissolved_on + '~' >= $on + '~'
  END
WITH a, b, count(DISTINCT c) AS common
WHERE common >= $at_least
  AND NOT EXISTS {
    MATCH (a)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b)
    WHERE type(tie) IN $ties
      AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
      AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
  }
RETURN a.id AS first, a.name AS first_name, b.id AS second, b.name AS second_name, common
ORDER BY common DESC, first, second
LIMIT $limit
