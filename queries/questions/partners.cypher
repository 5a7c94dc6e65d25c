// questions/partners
// Les partenaires d’un acteur, avec le plus haut niveau noté et depuis quand.
// access: read
// params: actor (str), on (str), limit (int = 500)
// returns: id (str), name (str), kind (str), level (int), since (str), statements (int)
MATCH (:Actor {id: $actor})-[tie:COLLABORATES_WITH]-(b:Actor)
WHERE b.id <> $actor
  AND coalesce(tie.starts_on, '') <= $on
  AND coalesce(tie.ends_on, '9') + '~' >= $on
  AND coalesce(b.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN b.dissolved_on IS NULL THEN coalesce(b.status, '') <> 'dissous'
    ELSE b.dissolved_on + '~' >= $on
  END
RETURN b.id AS id, b.name AS name, b.kind AS kind, max(tie.level) AS level,
       min(tie.starts_on) AS since, count(tie) AS statements
ORDER BY name, id
LIMIT $limit
