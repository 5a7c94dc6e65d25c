// questions/themes_by_territory
// Combien d’acteurs situés dans chaque territoire d’un type agissent sur chaque thème, les cases vides comprises.
// access: read
// params: kind (str = arrondissement), on (str), limit (int = 2000)
// returns: territory (str), territory_name (str), theme (str), label (str), actors (int)
MATCH (place:Territory {kind: $kind})
MATCH (theme:Theme)
OPTIONAL MATCH (theme)<-[:WORKS_ON]-(a:Actor)-[:LOCATED_IN]->(:Territory)-[:PART_OF*0..5]->(place)
WHERE coalesce(a.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN a.dissolved_on IS NULL THEN coalesce(a.status, '') <> 'dissous'
    ELSE a.dissolved_on + '~' >= $on + '~'
  END
RETURN place.id AS territory, place.name AS territory_name, theme.id AS theme,
       theme.label AS label, count(DISTINCT a) AS actors
ORDER BY territory, theme
LIMIT $limit
