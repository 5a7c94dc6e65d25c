// schema/touched_entity
// The operations of a row are found by its id.
// access: write
// params: none
// returns: none
CREATE INDEX touched_entity IF NOT EXISTS
FOR (n:Touched)
ON (n.entity)
