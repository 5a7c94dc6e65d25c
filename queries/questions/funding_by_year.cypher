// questions/funding_by_year
// Qui finance qui, et pour combien de centimes, année par année.
// access: read
// params: limit (int = 1000)
// returns: year (int), funder (str), funder_name (str), beneficiary (str), beneficiary_name (str), amount (int), grants (int)
MATCH (f:Actor)-[tie:FUNDS]->(b:Actor)
WITH f, b, coalesce(tie.year, toInteger(left(tie.decided_on, 4))) AS year, tie
RETURN year, f.id AS funder, f.name AS funder_name, b.id AS beneficiary,
       b.name AS beneficiary_name, sum(tie.amount) AS amount, count(tie) AS grants
ORDER BY year DESC, amount DESC, funder, beneficiary
LIMIT $limit
