import pg from 'pg'
import { Problem } from './words.mjs'

/** A client of its own on a database; ends with a sentence, which keeps the password back, where none can be had. */
export async function connected(url: string) {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    client.on('error', () => undefined)
    await client.connect()
    return client
  } catch (error) {
    throw new Problem('databaseUnreachable', withoutPassword(url), error)
  }
}

function withoutPassword(text: string) {
  try {
    const url = new URL(text)
    return `${url.hostname}${url.port ? `:${url.port}` : ''}${url.pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
