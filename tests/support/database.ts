import { inject } from 'vitest'
import { cloneDatabase } from './test-postgres'

/** A migrated database that nobody else uses, empty of rows; its address. */
export function freshDatabase(): Promise<string> {
  return cloneDatabase(inject('postgresUrl'))
}
