// questions/not_checked_since
// Les fiches que personne n’a vérifiées depuis une date, les plus anciennes d’abord.
// access: read
// params: since (str), on (str), limit (int = 500)
// returns: id (str), name (str), kind (str), checked_on (str)
MATCH (a:Actor)
WHERE coalesce(a.checked_on, '') < $since
  AND coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.checked_on AS checked_on
ORDER BY coalesce(checked_on, ''), name, id
LIMIT $limit
