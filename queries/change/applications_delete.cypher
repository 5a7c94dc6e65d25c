// change/applications_delete
// Delete some applications and the relationships that stand for references. Rendered from the model by scripts/build_queries.py.
// access: write
// params: ids (list[str])
// returns: deleted (int)
UNWIND $ids AS id
MATCH (n:Application {id: id})
CALL (n) {
  MATCH (n)-[reference:ABOUT|ACTS_IN|ASSIGNED_TO|BROADER|CONTACT_OF|COVERS|EDITION_OF|FOLLOWED_BY|LOCATED_IN|OF_COMMITTEE|OF_MEETING|OF_PROJECT|PART_OF|REPORTS_TO|SUBMITTED_BY|WORKS_ON]-()
  DELETE reference
}
DELETE n
RETURN count(*) AS deleted
