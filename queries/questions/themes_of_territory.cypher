// questions/themes_of_territory
// Combien d’acteurs situés dans un territoire agissent sur chaque thème, les thèmes sans personne compris.
// access: read
// params: territory (str), on (str), limit (int = 200)
// returns: theme (str), label (str), actors (int)
MATCH (theme:Theme)
OPTIONAL MATCH (theme)<-[:WORKS_ON]-(a:Actor)-[:LOCATED_IN]->(:Territory)-[:PART_OF*0..5]->(:Territory {id: $territory})
WHERE coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
RETURN theme.id AS theme, theme.label AS label, count(DISTINCT a) AS actors
ORDER BY actors DESC, theme
LIMIT $limit
