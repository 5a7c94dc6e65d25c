// questions/attendance
// Combien de structures étaient présentes, excusées ou absentes à chaque séance, et combien d’habitants.
// access: read
// params: limit (int = 200)
// returns: id (str), title (str), held_on (str), present (int), excused (int), absent (int), inhabitants (int)
MATCH (m:Meeting)
OPTIONAL MATCH (a:Actor|Inhabitants)-[t:ATTENDED]->(m)
RETURN m.id AS id, m.title AS title, m.held_on AS held_on,
       count(CASE WHEN a:Actor AND t.state = 'present' THEN 1 END) AS present,
       count(CASE WHEN a:Actor AND t.state = 'excuse' THEN 1 END) AS excused,
       count(CASE WHEN a:Actor AND t.state = 'absent' THEN 1 END) AS absent,
       sum(CASE WHEN a:Inhabitants THEN t.people ELSE 0 END) AS inhabitants
ORDER BY held_on DESC, id
LIMIT $limit
