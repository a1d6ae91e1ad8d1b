import { inject } from 'vitest'
import { bareDatabaseOn, cloneDatabase } from './test-postgres'

/** A migrated database that nobody else uses, empty of rows; its address. */
export function freshDatabase(): Promise<string> {
  return cloneDatabase(inject('postgresUrl'))
}

/** A database that nobody else uses, without a table. */
export function bareDatabase(): Promise<string> {
  return bareDatabaseOn(inject('postgresUrl'))
}
