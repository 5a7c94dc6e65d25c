// questions/reached_from
// Tous les acteurs que l’on peut joindre de proche en proche à partir d’un acteur, et en combien de pas.
// access: read
// params: actor (str), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 5000)
// returns: id (str), name (str), steps (int)
MATCH way = (start:Actor {id: $actor})
  (
    (:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(next:Actor)
    WHERE type(tie) IN $ties
      AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
      AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
      AND coalesce(next.status, '') <> 'a_decouvrir'
      AND CASE
        WHEN next.dissolved_on IS NULL THEN coalesce(next.status, '') <> 'dissous'
        ELSE next.dissolved_on + '~' >= $on + '~'
      END
  )+
  (a:Actor)
WITH start, a, min(length(way)) AS steps
WHERE a <> start
RETURN a.id AS id, a.name AS name, steps
ORDER BY steps, name, id
LIMIT $limit
