// change/fundings_ends
// The two ends of some fundings. Rendered from the model by scripts/build_queries.py.
// access: read
// params: ids (list[str])
// returns: id (str), source (str), target (str)
UNWIND $ids AS id
MATCH ()-[n:FUNDS {id: id}]->()
RETURN n.id AS id, n.funder AS source, n.beneficiary AS target
