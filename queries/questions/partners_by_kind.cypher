// questions/partners_by_kind
// Combien de partenaires de chaque type a chaque acteur, de ceux qui en réunissent les plus divers aux autres.
// access: read
// params: at_least (int = 4), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 500)
// returns: id (str), name (str), kind (str), partners (int), kinds (list[str]), diversity (float)
// `diversity` : 0 pour des partenaires d’un seul type ; à partir de `at_least` partenaires.
MATCH (a:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b:Actor)
WHERE a <> b
  AND type(tie) IN $ties
  AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
  AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
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
WITH a, b.kind AS other, count(DISTINCT b) AS of_kind
ORDER BY of_kind DESC, other
WITH a, sum(of_kind) AS partners, collect(other + ' : ' + toString(of_kind)) AS kinds,
     sum(of_kind * of_kind) AS squares
WHERE partners >= $at_least
RETURN a.id AS id, a.name AS name, a.kind AS kind, partners, kinds,
       1 - toFloat(squares) / (partners * partners) AS diversity
ORDER BY diversity DESC, partners DESC, name, id
LIMIT $limit
