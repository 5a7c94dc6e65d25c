// questions/followups_overdue
// Les suites en retard, qui devait les faire et d’où elles viennent.
// access: read
// params: on (str), limit (int = 200)
// returns: id (str), what (str), due_on (str), actor (str), meeting (str)
MATCH (f:FollowUp)
WHERE f.state IN ['a_faire', 'en_cours']
  AND f.due_on + '~' < $on + '~'
OPTIONAL MATCH (f)-[:ASSIGNED_TO]->(a:Actor)
OPTIONAL MATCH (f)-[:OF_MEETING]->(m:Meeting)
RETURN f.id AS id, f.what AS what, f.due_on AS due_on, a.name AS actor, m.title AS meeting
ORDER BY due_on, id
LIMIT $limit
