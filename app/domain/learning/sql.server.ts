// Small pieces of SQL for statements that answer in JSON; `$2` is the actor's instant.

/** An instant in milliseconds: the cheapest to send and to read. */
export function msInSql(column: string) {
  return `(extract(epoch from ${column}) * 1000)::float8`
}

/** A day as 2027-03-15. */
export function isoInSql(column: string) {
  return `to_char(${column}, 'YYYY-MM-DD')`
}

/** In force at `$2`, of a row that has a from and an until. */
export function standingInSql(alias: string) {
  return `${alias}."from" <= $2::timestamptz and (${alias}."until" is null or ${alias}."until" > $2::timestamptz)`
}
