// change/touched_forget
// Forget that some rows were ever touched.
// access: write
// params: ids (list[str])
// returns: none
UNWIND $ids AS id
MATCH (t:Touched {entity: id})
DELETE t
