import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../server/migrate'
import { ask, folderIn, run } from '../support/boot'
import { bareDatabase, freshDatabase } from '../support/database'

test('two nodes that migrate at once apply each migration once', async () => {
  const url = await bareDatabase()
  const counts = await Promise.all([1, 2, 3].map(() => migrate(url, 'prisma/migrations')))
  expect(counts.filter((count) => count > 0)).toHaveLength(1)
  expect(await migrate(url, 'prisma/migrations')).toBe(0)
  const rows = await ask(url, 'select migration_name from _prisma_migrations group by 1 having count(*) > 1')
  expect(rows).toEqual([])
})

test('a database that is newer than the program is left alone', async () => {
  const url = await freshDatabase()
  await ask(
    url,
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, started_at)
     values ('later', 'x', '9999_later', '2030-01-01', '2030-01-01')`,
  )
  await expect(migrate(url, 'prisma/migrations')).rejects.toMatchObject({ key: 'databaseNewer' })
  const ended = run({ DATABASE_URL: url })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toBe(
    'The database is newer than the program (which does not know 9999_later). Use a newer program.\n',
  )
})

test('a migration that fails leaves nothing behind', async () => {
  const folder = folderIn()
  cpSync('tests/boot/half-migration', join(folder, 'migrations'), { recursive: true })
  const url = await bareDatabase()
  await expect(migrate(url, join(folder, 'migrations'))).rejects.toMatchObject({ key: 'migrationFailed' })
  expect(await ask(url, `select to_regclass('half') as half`)).toEqual([{ half: null }])
})
