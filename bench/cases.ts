import { startTestPostgres } from '../tests/support/test-postgres'
import { type Case, middleOf } from './measure'
import { outline } from './outline'
import { posts } from './posts'
import { rosterImport } from './roster-import'

const cases: Case[] = [outline, rosterImport, posts]

/** Runs the cases of these names, or all, one after the other, on a PostgreSQL of their own. */
export async function measureAll(names: string[]) {
  const unknown = names.filter((name) => !cases.some((one) => one.name === name))
  if (unknown.length) {
    throw new Error(`No case is called ${unknown.join(', ')}: ${cases.map((one) => one.name).join(', ')}`)
  }
  const postgres = await startTestPostgres()
  const results = []
  try {
    for (const { name, unit, aim, beside: what, run } of cases) {
      if (names.length && !names.includes(name)) continue
      process.stderr.write(`${name} …\n`)
      const { ours, floor, beside: value } = middleOf(await run(postgres.url))
      const ratio = ours / floor
      results.push({
        name,
        unit,
        ours,
        floor,
        ratio,
        aim,
        ok: aim === null || ratio >= aim,
        beside: { what, value },
      })
    }
  } finally {
    await postgres.stop()
  }
  return results
}
