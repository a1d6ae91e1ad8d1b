// What the cases stand on: the application opened on a database, and the Daming cohort before its roster.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { moveClock } from '~/clock.server'
import { close } from '~/open.server'
import { daming } from '../tests/support/daming'
import { openBeside } from '../tests/support/open-beside'
import { cloneDatabase } from '../tests/support/test-postgres'
import { monday } from '../tests/support/world'

export type DamingCohort = { name: string } & Pick<
  Awaited<ReturnType<typeof daming>>,
  'system' | 'manager' | 'cohort'
>

/** Does `work` with the application opened on a database, the clock standing at the cohort's first morning. */
export async function withDatabase<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-bench-'))
  moveClock(monday)
  await openBeside(databaseUrl, { folder, connections: 8 })
  try {
    return await work()
  } finally {
    await close()
    moveClock(null)
    rmSync(folder, { recursive: true, force: true })
  }
}

let cohort: Promise<DamingCohort> | null = null

/** A database to clone, with the Daming programme published and its cohort open; made once. */
export function damingCohort(serverUrl: string) {
  cohort ??= laid(serverUrl)
  return cohort
}

async function laid(serverUrl: string): Promise<DamingCohort> {
  const url = await cloneDatabase(serverUrl)
  return withDatabase(url, async () => {
    const { system, manager, cohort } = await daming()
    return { name: new URL(url).pathname.slice(1), system, manager, cohort }
  })
}
