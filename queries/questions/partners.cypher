// questions/partners
// Les partenaires d’un acteur, par sorte de lien, avec le plus haut niveau noté et depuis quand.
// access: read
// params: actor (str), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 500)
// returns: id (str), name (str), kind (str), tie (str), level (int), since (str), statements (int)
MATCH (:Actor {id: $actor})-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b:Actor)
WHERE b.id <> $actor
  AND type(tie) IN $ties
  AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
  AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
  AND coalesce(b.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN b.dissolved_on IS NULL THEN coalesce(b.status, '') <> 'dissous'
    ELSE b.dissolved_on + '~' >= $on + '~'
  END
RETURN b.id AS id, b.name AS name, b.kind AS kind, type(tie) AS tie, max(tie.level) AS level,
       min(coalesce(tie.starts_on, tie.decided_on, toString(tie.year))) AS since,
       count(tie) AS statements
ORDER BY name, id, tie
LIMIT $limit
