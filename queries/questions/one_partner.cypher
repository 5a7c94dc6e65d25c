// questions/one_partner
// Les acteurs qui n’ont qu’un seul partenaire connu, et lequel : sans lui, plus personne ne les relie aux autres.
// access: read
// params: ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 500)
// returns: id (str), name (str), kind (str), partner (str), partner_name (str)
MATCH (a:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b:Actor)
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
WITH a, collect(DISTINCT b) AS partners
WHERE size(partners) = 1
WITH a, partners[0] AS partner
RETURN a.id AS id, a.name AS name, a.kind AS kind, partner.id AS partner,
       partner.name AS partner_name
ORDER BY name, id
LIMIT $limit
