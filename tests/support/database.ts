import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { TEMPLATE } from './postgres'

/** A migrated database that nobody else uses, empty of rows; its address. */
export async function freshDatabase(): Promise<string> {
  const server = inject('postgresUrl')
  const name = `gongxue_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await cloned(client, name)
  } finally {
    await client.end()
  }
  return addressOf(name)
}

/** The address of a database of the test run's server. */
export function addressOf(name: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return url.href
}

// Copying pages of a template database takes some 50 ms; two files that do so at once wait for one another.
async function cloned(client: pg.Client, name: string) {
  for (let tried = 1; ; tried += 1) {
    try {
      await client.query(`create database ${name} template ${TEMPLATE} strategy file_copy`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tried === 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
