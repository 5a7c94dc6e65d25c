// questions/pairs_bridged
// Combien de couples d’acteurs sans lien entre eux chaque acteur relie, et pour combien il est le seul passage.
// access: read
// params: by (str = kind), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 200)
// returns: id (str), name (str), kind (str), pairs_bridged (int), pairs_only_way (int)
// `by` : kind ne compte que les couples de types différents, none les compte tous.
MATCH (b:Actor)-[one:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(a:Actor)-[two:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(c:Actor)
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
WITH b, c, collect(DISTINCT a) AS ways
WHERE NOT EXISTS {
  MATCH (b)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(c)
  WHERE type(tie) IN $ties
    AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
    AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
}
UNWIND ways AS a
RETURN a.id AS id, a.name AS name, a.kind AS kind, count(*) AS pairs_bridged,
       count(CASE WHEN size(ways) = 1 THEN 1 END) AS pairs_only_way
ORDER BY pairs_only_way DESC, pairs_bridged DESC, name, id
LIMIT $limit
