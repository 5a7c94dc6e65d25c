// questions/only_way
// Les couples d’acteurs sans lien entre eux dont un acteur est le seul partenaire commun : un second passage serait utile.
// access: read
// params: actor (str), by (str = kind), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 200)
// returns: first (str), first_name (str), second (str), second_name (str)
// `by` : kind ne compte que les couples de types différents, none les compte tous.
MATCH (b:Actor)-[one:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(a:Actor {id: $actor})-[two:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(c:Actor)
WHERE b.id < c.id AND a <> b AND a <> c
  AND ($by = 'none' OR b.kind <> c.kind)
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
WITH DISTINCT a, b, c
WHERE NOT EXISTS {
  MATCH (b)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(c)
  WHERE type(tie) IN $ties
    AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
    AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
} AND NOT EXISTS {
  MATCH (b)-[one:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(other:Actor)-[two:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(c)
  WHERE other <> a AND other <> b AND other <> c
    AND type(one) IN $ties
    AND coalesce(one.starts_on, one.decided_on, toString(one.year), '') <= $on + '~'
    AND coalesce(one.ends_on, '9') + '~' >= $on + '~'
    AND type(two) IN $ties
    AND coalesce(two.starts_on, two.decided_on, toString(two.year), '') <= $on + '~'
    AND coalesce(two.ends_on, '9') + '~' >= $on + '~'
    AND coalesce(other.status, '') <> 'a_decouvrir'
    AND CASE
      WHEN other.dissolved_on IS NULL THEN coalesce(other.status, '') <> 'dissous'
      ELSE other.dissolved_on + '~' >= $on + '~'
    END
}
RETURN b.id AS first, b.name AS first_name, c.id AS second, c.name AS second_name
ORDER BY first, second
LIMIT $limit
