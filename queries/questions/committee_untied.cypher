// questions/committee_untied
// Les membres d’un même comité entre qui aucun lien n’est noté.
// access: read
// params: committee (str), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 500)
// returns: first (str), first_name (str), first_kind (str), second (str), second_name (str), second_kind (str)
MATCH (a:Actor)-[here:TAKES_PART]->(:Committee {id: $committee})<-[there:TAKES_PART]-(b:Actor)
WHERE a.id < b.id
  AND coalesce(here.starts_on, '') <= $on + '~'
  AND coalesce(here.ends_on, '9') + '~' >= $on + '~'
  AND coalesce(there.starts_on, '') <= $on + '~'
  AND coalesce(there.ends_on, '9') + '~' >= $on + '~'
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
WHERE NOT EXISTS {
  MATCH (a)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(b)
  WHERE type(tie) IN $ties
    AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
    AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
}
RETURN a.id AS first, a.name AS first_name, a.kind AS first_kind,
       b.id AS second, b.name AS second_name, b.kind AS second_kind
ORDER BY first, second
LIMIT $limit
