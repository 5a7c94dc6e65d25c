// questions/groups
// Les groupes d’acteurs reliés entre eux de proche en proche, le plus grand d’abord, avec leurs vingt premiers noms.
// access: read
// params: at_least (int = 2), ties (list[str] = COLLABORATES_WITH), on (str), limit (int = 200)
// returns: first (str), actors (int), names (list[str])
// Un groupe est trouvé une fois, à partir de son acteur dont l’identifiant vient en premier.
MATCH (first:Actor)
WHERE coalesce(first.status, '') <> 'a_decouvrir'
  AND CASE
    WHEN first.dissolved_on IS NULL THEN coalesce(first.status, '') <> 'dissous'
    ELSE first.dissolved_on + '~' >= $on + '~'
  END
CALL (first) {
  MATCH (first)
    (
      (:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(next:Actor)
      WHERE type(tie) IN $ties
        AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
        AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
        AND coalesce(next.status, '') <> 'a_decouvrir'
        AND CASE
          WHEN next.dissolved_on IS NULL THEN coalesce(next.status, '') <> 'dissous'
          ELSE next.dissolved_on + '~' >= $on + '~'
        END
    )*
    (other:Actor)
  WITH DISTINCT first, other
  WHERE other.id < first.id
  WITH other
  LIMIT 1
  RETURN count(other) AS before
}
WITH first, before
WHERE before = 0
MATCH (first)
  (
    (:Actor)-[tie:COLLABORATES_WITH|FUNDS|MEMBER_OF|HOLDS_OFFICE]-(next:Actor)
    WHERE type(tie) IN $ties
      AND coalesce(tie.starts_on, tie.decided_on, toString(tie.year), '') <= $on + '~'
      AND coalesce(tie.ends_on, '9') + '~' >= $on + '~'
      AND coalesce(next.status, '') <> 'a_decouvrir'
      AND CASE
        WHEN next.dissolved_on IS NULL THEN coalesce(next.status, '') <> 'dissous'
        ELSE next.dissolved_on + '~' >= $on + '~'
      END
  )*
  (other:Actor)
WITH DISTINCT first, other
ORDER BY other.name, other.id
WITH first, collect(other.name) AS names
WHERE size(names) >= $at_least
RETURN first.id AS first, size(names) AS actors, names[..20] AS names
ORDER BY actors DESC, first
LIMIT $limit
