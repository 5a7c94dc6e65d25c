// questions/only_partner
// Les acteurs dont un acteur est le seul partenaire connu.
// access: read
// params: actor (str), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 500)
// returns: id (str), name (str), kind (str)
MATCH (:Actor {id: $actor})-[:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(a:Actor)
WHERE coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
WITH DISTINCT a
MATCH (a)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b:Actor)
WHERE a <> b
  AND type(tie) IN $ties
  AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
  AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
  AND coalesce(b.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN b.dissolved_on IS NULL THEN coalesce(b.status, '') <> 'dissous'
    ELSE b.dissolved_on + '~' >= $on + '~'
  END
WITH a, collect(DISTINCT b.id) AS partners
WHERE partners = [$actor]
RETURN a.id AS id, a.name AS name, a.kind AS kind
ORDER BY name, id
LIMIT $limit
