// schema/first_password
// Replace the password that a new server is born with.
// access: write
// params: old (str), new (str)
// returns: none
ALTER CURRENT USER SET PASSWORD FROM $old TO $new
