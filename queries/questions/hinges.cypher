// questions/hinges
// Les acteurs sans lesquels d’autres ne seraient plus reliés au plus grand nombre, et combien d’acteurs chacun couperait ainsi.
// access: read
// params: at_least (int = 2), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 200)
// returns: id (str), name (str), kind (str), cuts_off (int)
MATCH (a:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(partner:Actor)
WHERE a <> partner
  AND type(tie) IN $ties
  AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
  AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
  AND coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
  AND coalesce(partner.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN partner.dissolved_on IS NULL THEN coalesce(partner.status, '') <> 'dissous'
    ELSE partner.dissolved_on + '~' >= $on + '~'
  END
WITH DISTINCT a, partner
WITH a, partner, EXISTS {
  MATCH (partner)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(other:Actor)
  WHERE other <> a AND other <> partner
    AND type(tie) IN $ties
    AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
    AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
    AND coalesce(other.status, '') <> 'a_decouvrir'
    AND CASE
      WHEN other.dissolved_on IS NULL THEN coalesce(other.status, '') <> 'dissous'
      ELSE other.dissolved_on + '~' >= $on + '~'
    END
} AS goes_on
// Le premier partenaire est le plus relié : les autres le rejoignent le plus souvent en peu de pas.
ORDER BY COUNT { (partner)-[:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-() } DESC, partner.id
WITH a, count(CASE WHEN NOT goes_on THEN 1 END) AS ends,
     collect(CASE WHEN goes_on THEN partner END) AS partners
WHERE ends + size(partners) >= 2
// Les parts qui ne joignent plus le premier partenaire sans passer par l’acteur.
CALL (a, partners) {
  WITH partners[0] AS main
  UNWIND partners[1..] AS start
  WITH main, start
  WHERE NOT EXISTS {
    MATCH SHORTEST 1 (main)
      (
        (:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(next:Actor)
        WHERE next <> a
          AND type(tie) IN $ties
          AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
          AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
          AND coalesce(next.status, '') <> 'a_decouvrir'
          AND CASE
            WHEN next.dissolved_on IS NULL THEN coalesce(next.status, '') <> 'dissous'
            ELSE next.dissolved_on + '~' >= $on + '~'
          END
      )+
      (start)
  }
  MATCH (start)
    (
      (:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(next:Actor)
      WHERE next <> a
        AND type(tie) IN $ties
        AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
        AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
        AND coalesce(next.status, '') <> 'a_decouvrir'
        AND CASE
          WHEN next.dissolved_on IS NULL THEN coalesce(next.status, '') <> 'dissous'
          ELSE next.dissolved_on + '~' >= $on + '~'
        END
    )*
    (reached:Actor)
  WITH DISTINCT start, reached
  WITH start, count(reached) AS actors, min(reached.id) AS part
  WITH DISTINCT part, actors
  RETURN coalesce(sum(actors), 0) AS apart, coalesce(max(actors), 0) AS largest
}
// La part du premier partenaire, s’il en existe d’autres.
CALL (a, partners, apart) {
  WITH partners[0] AS main, apart
  WHERE apart > 0
  MATCH (main)
    (
      (:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(next:Actor)
      WHERE next <> a
        AND type(tie) IN $ties
        AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
        AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
        AND coalesce(next.status, '') <> 'a_decouvrir'
        AND CASE
          WHEN next.dissolved_on IS NULL THEN coalesce(next.status, '') <> 'dissous'
          ELSE next.dissolved_on + '~' >= $on + '~'
        END
    )*
    (reached:Actor)
  WITH DISTINCT main, reached
  RETURN count(reached) AS with_main
}
WITH a, CASE
  WHEN size(partners) = 0 THEN ends - 1
  WHEN with_main > largest THEN ends + apart
  ELSE ends + apart + with_main - largest
END AS cuts_off
WHERE cuts_off >= $at_least
RETURN a.id AS id, a.name AS name, a.kind AS kind, cuts_off
ORDER BY cuts_off DESC, name, id
LIMIT $limit
