// questions/without_known_partner
// Les acteurs à qui on a demandé leurs partenaires, ou qui ont un lien d’une autre sorte, et à qui aucun partenaire n’est connu.
// access: read
// params: ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 500)
// returns: id (str), name (str), kind (str), commune (str), checked_on (str)
// Un fichier sans aucun lien ne dit de personne qu’il est sans partenaire.
MATCH (one:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(other:Actor)
WHERE one.id < other.id
  AND type(tie) IN $ties
  AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
  AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
  AND coalesce(one.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN one.dissolved_on IS NULL THEN coalesce(one.status, '') <> 'dissous'
    ELSE one.dissolved_on + '~' >= $on + '~'
  END
  AND coalesce(other.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN other.dissolved_on IS NULL THEN coalesce(other.status, '') <> 'dissous'
    ELSE other.dissolved_on + '~' >= $on + '~'
  END
WITH count(tie) AS noted
WHERE noted > 0
MATCH (a:Actor)
WHERE coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
  AND (a.partners_asked_on IS NOT NULL
    OR EXISTS { (a)-[:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE|TAKES_PART]-() }
    OR EXISTS { (a)-[:ATTENDED {state: 'present'}]->() })
  AND NOT EXISTS {
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
  }
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.commune AS commune, a.checked_on AS checked_on
ORDER BY name, id
LIMIT $limit
