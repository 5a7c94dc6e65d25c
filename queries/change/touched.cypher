// change/touched
// Note which rows an operation touched: rows of entity and operation.
// access: write
// params: rows (list[list])
// returns: none
UNWIND $rows AS row
CREATE (:Touched {entity: row[0], seq: row[1]})
