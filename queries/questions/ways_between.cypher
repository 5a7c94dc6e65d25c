// questions/ways_between
// Par qui passer pour aller d’un acteur à un autre : les chemins les plus courts.
// access: read
// params: from (str), to (str), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 20)
// returns: steps (int), ids (list[str]), names (list[str])
MATCH way = ALL SHORTEST (:Actor {id: $from})
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
  (:Actor {id: $to})
WITH DISTINCT length(way) AS steps, [step IN nodes(way) | step.id] AS ids,
     [step IN nodes(way) | step.name] AS names
RETURN steps, ids, names
ORDER BY ids
LIMIT $limit
