import { obeyClockMessages } from './clock.server'
import { closeDatabase, openDatabase } from './db.server'
import { fillPorts } from './domain/publish.server'
import { DEMONSTRATION_SECRET, type Env, EnvironmentProblem, openEnv } from './env.server'

export type Opening = {
  env: Env
  databaseUrl: string
  /** The secret that the people of this database are sealed with. */
  secret: string
  ports: Parameters<typeof fillPorts>[0]
  /** Made-up rows are about to be laid, and can be laid again: nothing waits for the disk. */
  hasty?: boolean
}

/**
 * Hands the application what it stands on: the checked environment, the database, whoever carries
 * announcements. Called once, by `server/` or by a test, when PostgreSQL runs and is migrated.
 */
export async function open({ env, databaseUrl, secret, ports, hasty }: Opening) {
  if (env.mode === 'production' && secret === DEMONSTRATION_SECRET) {
    throw new EnvironmentProblem(['SECRET of the demonstration'])
  }
  openEnv(env, secret)
  fillPorts(ports)
  await openDatabase(databaseUrl, env.databaseConnections, { hasty })
  if (env.mode !== 'production') obeyClockMessages()
}

export async function close() {
  await closeDatabase()
}
