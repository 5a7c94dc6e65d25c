// questions/never_documented
// Les acteurs dont on ne sait pas avec qui ils travaillent : une question à leur poser.
// access: read
// params: on (str), limit (int = 500)
// returns: id (str), name (str), kind (str), commune (str)
MATCH (a:Actor)
WHERE coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
  AND NOT (a.partners_asked_on IS NOT NULL
    OR EXISTS { (a)-[:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE|TAKES_PART]-() }
    OR EXISTS { (a)-[:ATTENDED {state: 'present'}]->() })
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.commune AS commune
ORDER BY name, id
LIMIT $limit
