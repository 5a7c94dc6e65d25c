// questions/ties_to_confirm
// Les liens qu’un seul côté a déclarés, sans acte qui les prouve : une question à poser à l’autre.
// access: read
// params: on (str), limit (int = 500)
// returns: first (str), first_name (str), second (str), second_name (str), declared_by (str), level (int), statements (int)
MATCH (a:Actor)-[tie:COLLABORATES_WITH]-(b:Actor)
WHERE a.id < b.id
  AND coalesce(tie.starts_on, '') <= $on + '~'
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
WITH a, b, collect(DISTINCT tie.declared_by) AS declared, max(tie.level) AS level,
     count(tie) AS statements, count(CASE WHEN tie.evidence = 'acte' THEN 1 END) AS acts
WHERE size(declared) < 2 AND acts = 0
RETURN a.id AS first, a.name AS first_name, b.id AS second, b.name AS second_name,
       declared[0] AS declared_by, level, statements
ORDER BY level DESC, first, second
LIMIT $limit
