// questions/partner_counts
// Combien de partenaires a chaque acteur, les plus reliés d’abord.
// access: read
// params: ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 500)
// returns: id (str), name (str), kind (str), partners (int)
MATCH (a:Actor)
WHERE coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
OPTIONAL MATCH (a)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b:Actor)
WHERE a <> b
  AND type(tie) IN $ties
  AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
  AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
  AND coalesce(b.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN b.dissolved_on IS NULL THEN coalesce(b.status, '') <> 'dissous'
    ELSE b.dissolved_on + '~' >= $on + '~'
  END
RETURN a.id AS id, a.name AS name, a.kind AS kind, count(DISTINCT b) AS partners
ORDER BY partners DESC, name, id
LIMIT $limit
