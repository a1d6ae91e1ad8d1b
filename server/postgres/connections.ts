// How we come in, and who else has.
import pg from 'pg'

export type Door = { port: number; password: string }

export const USER = 'gongxue'

// What our own connections call themselves, so that they are told from those of another program.
const OURS = `gongxue-${process.pid}`

export function addressOf({ port, password }: Door, database: string) {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}?application_name=${OURS}`
}

export async function answers(door: Door) {
  const client = clientFor(door)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether another program is connected. That of a killed one takes a moment to be gone; of a living one it stays. */
export async function shared(door: Door) {
  const client = clientFor(door)
  try {
    await client.connect()
    for (let waited = 0; waited < 2000; waited += 50) {
      const { rows } = await client.query(
        `select count(*)::int as others from pg_stat_activity
         where backend_type = 'client backend' and application_name <> $1`,
        [OURS],
      )
      if (rows[0].others === 0) return false
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return true
  } catch {
    // It lets nobody in any more: it is stopping, or killed.
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function clientFor({ port, password }: Door) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: USER,
    password,
    database: 'postgres',
    application_name: OURS,
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => undefined)
  return client
}
