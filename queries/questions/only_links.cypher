// questions/only_links
// Les liens que rien ne remplace : sans eux, leurs deux côtés ne se joignent plus, et combien d’acteurs compte le plus petit côté.
// access: read
// params: at_least (int = 1), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 500)
// returns: first (str), first_name (str), second (str), second_name (str), cuts_off (int)
MATCH (a:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b:Actor)
WHERE a.id < b.id
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
WITH DISTINCT a, b
// Un bout qui n’a pas d’autre partenaire est seul de son côté : rien à chercher.
WITH a, b, EXISTS {
  MATCH (a)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(other:Actor)
  WHERE other <> a AND other <> b
    AND type(tie) IN $ties
    AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
    AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
    AND coalesce(other.status, '') <> 'a_decouvrir'
    AND CASE
      WHEN other.dissolved_on IS NULL THEN coalesce(other.status, '') <> 'dissous'
      ELSE other.dissolved_on + '~' >= $on + '~'
    END
} AND EXISTS {
  MATCH (b)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(other:Actor)
  WHERE other <> a AND other <> b
    AND type(tie) IN $ties
    AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
    AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
    AND coalesce(other.status, '') <> 'a_decouvrir'
    AND CASE
      WHEN other.dissolved_on IS NULL THEN coalesce(other.status, '') <> 'dissous'
      ELSE other.dissolved_on + '~' >= $on + '~'
    END
} AS beyond
WHERE NOT beyond OR NOT EXISTS {
  MATCH SHORTEST 1 (a)
    (
      (:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(next:Actor)
      WHERE NOT (startNode(tie) IN [a, b] AND endNode(tie) IN [a, b])
        AND type(tie) IN $ties
        AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
        AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
        AND coalesce(next.status, '') <> 'a_decouvrir'
        AND CASE
          WHEN next.dissolved_on IS NULL THEN coalesce(next.status, '') <> 'dissous'
          ELSE next.dissolved_on + '~' >= $on + '~'
        END
    )+
    (b)
}
CALL (a, b, beyond) {
  UNWIND CASE WHEN beyond THEN [[a, b], [b, a]] END AS side
  WITH side[0] AS start, side[1] AS across
  MATCH (start)
    (
      (:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(next:Actor)
      WHERE next <> across
        AND type(tie) IN $ties
        AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
        AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
        AND coalesce(next.status, '') <> 'a_decouvrir'
        AND CASE
          WHEN next.dissolved_on IS NULL THEN coalesce(next.status, '') <> 'dissous'
          ELSE next.dissolved_on + '~' >= $on + '~'
        END
    )*
    (other:Actor)
  WITH DISTINCT start, other
  WITH start, count(other) AS actors
  RETURN coalesce(min(actors), 1) AS cuts_off
}
WITH a, b, cuts_off
WHERE cuts_off >= $at_least
RETURN a.id AS first, a.name AS first_name, b.id AS second, b.name AS second_name, cuts_off
ORDER BY cuts_off DESC, first, second
LIMIT $limit
