import { expect, test } from 'vitest'
import { now, withClock } from '~/clock.server'
import { db, inTransaction } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { withRandomness } from '~/domain/random.server'

const at = new Date('2026-01-05T01:00:00Z')
const warnings: Error[] = []
process.on('warning', (warning) => warnings.push(warning))

test('in a transaction the relations of an include are asked for one after the other', async () => {
  const id = newId()
  const found = await inTransaction(async (tx) => {
    await tx.person.create({ data: { id, name: '李娜', recordedAt: at } })
    return tx.person.findUniqueOrThrow({
      where: { id },
      include: { names: true, account: true, identityNumbers: true, enrolments: true },
    })
  })
  expect(found.name).toBe('李娜')
  // What a process warns of is told on a later turn.
  await new Promise((resolve) => setImmediate(resolve))
  expect(warnings).toEqual([])
})

test('what was to be told after the commit is told once, and not at all after a failure', async () => {
  const told: string[] = []
  const id = newId()
  const person = { id, name: '李娜', recordedAt: at }
  await expect(
    inTransaction(async (tx, afterCommit) => {
      await tx.person.create({ data: person })
      afterCommit(() => told.push('failed'))
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await db.person.count({ where: { id } })).toBe(0)

  await inTransaction(async (tx, afterCommit) => {
    afterCommit(async () => told.push(`rows there: ${await db.person.count({ where: { id } })}`))
    await tx.person.create({ data: person })
  })
  expect(told).toEqual(['rows there: 1'])
})

test('a command called by another shares its transaction, Prisma and Kysely alike', async () => {
  const id = newId()
  await expect(
    inTransaction(async (tx) => {
      await inTransaction((inner) => inner.person.create({ data: { id, name: '王芳', recordedAt: at } }))
      const rows = await tx.$kysely.selectFrom('Person').select('recordedAt').where('id', '=', id).execute()
      expect(rows).toEqual([{ recordedAt: at }])
      throw new Error('all of it or nothing')
    }),
  ).rejects.toThrow('all of it or nothing')
  expect(await db.person.count({ where: { id } })).toBe(0)
})

test('two people who lock the same rows crosswise are both served', async () => {
  const one = newId()
  const other = newId()
  await db.person.createMany({
    data: [one, other].map((id) => ({ id, name: '赵敏', recordedAt: at })),
  })
  const meet = rendezvous(2)
  const swap = (first: string, second: string) =>
    inTransaction(async (tx) => {
      await tx.person.update({ where: { id: first }, data: { telephone: '19900000001' } })
      await meet()
      await tx.$kysely.updateTable('Person').set({ telephone: null }).where('id', '=', second).execute()
      return first
    })
  expect(await Promise.all([swap(one, other), swap(other, one)])).toEqual([one, other])
})

test('identifiers made within a millisecond stand in their order, on any clock', () => {
  const ids = withClock(at, () => Array.from({ length: 10_000 }, newId))
  expect(new Set(ids).size).toBe(10_000)
  expect(ids.slice(0, 4096)).toEqual(ids.slice(0, 4096).sort())
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(at.getTime())
})

test('the same key gives the same identifiers', () => {
  const some = () => withClock(at, () => withRandomness('a key', () => [newId(), newId()]))
  withClock(new Date(0), newId)
  const first = some()
  withClock(new Date(0), newId)
  expect(some()).toEqual(first)
})

test('a clock of their own is told to all that the work starts', async () => {
  expect(await withClock(at, async () => now())).toEqual(at)
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000)
})

// Those who come first wait for the rest; who comes later (a second attempt) goes on.
function rendezvous(size: number) {
  let come = 0
  let open = () => {}
  const full = new Promise<void>((resolve) => {
    open = resolve
  })
  return async () => {
    come += 1
    if (come === size) open()
    await full
  }
}
