import { DEMONSTRATION_SECRET, readEnv } from '~/env.server'
import { open } from '~/open.server'

/**
 * Opens the application in this process on a database, beside whatever serves it: what is done here by the domain's own
 * commands is told to no page. Its files go to `folder`.
 */
export function openBeside(
  databaseUrl: string,
  { folder, connections = 4 }: { folder?: string; connections?: number } = {},
) {
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_CONNECTIONS: String(connections),
    ...(folder && { DATA_DIR: folder }),
  })
  const ports = { publish: () => undefined, disconnect: () => undefined, present: async () => [] }
  return open({ env, databaseUrl, secret: DEMONSTRATION_SECRET, ports })
}
