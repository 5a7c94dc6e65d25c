// questions/ties_between_kinds
// Combien de couples d’acteurs sont reliés entre deux types d’acteurs, à partir d’un niveau, et combien pourraient l’être.
// access: read
// params: min_level (int = 1), ties (list[str] = COLLABORATES_WITH), on (str)
// returns: first_kind (str), second_kind (str), ties (int), possible (int)
// Le niveau ne vaut que pour les collaborations ; non précisé, il compte pour 1.
MATCH (a:Actor)
WHERE coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
WITH a.kind AS kind, count(a) AS actors
WITH collect({kind: kind, actors: actors}) AS kinds
UNWIND kinds AS one
UNWIND kinds AS two
WITH one, two
WHERE one.kind <= two.kind
CALL (one, two) {
  MATCH (a:Actor {kind: one.kind})-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b:Actor {kind: two.kind})
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
  WITH CASE WHEN a.id < b.id THEN [a, b] ELSE [b, a] END AS pair, type(tie) AS family,
       max(coalesce(tie.level, 1)) AS level
  WHERE family <> 'COLLABORATES_WITH' OR level >= $min_level
  RETURN count(DISTINCT pair) AS ties
}
RETURN one.kind AS first_kind, two.kind AS second_kind, ties,
       CASE
         WHEN one.kind = two.kind THEN one.actors * (one.actors - 1) / 2
         ELSE one.actors * two.actors
       END AS possible
ORDER BY ties DESC, first_kind, second_kind
LIMIT 100
