import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { shownRows } from '~/domain/enrolment/import.queries.server'
import { agreeToImport, uploadRoster } from '~/domain/enrolment/import.server'
import { checkImport } from '~/domain/enrolment/import-check.server'
import { slipSheet } from '~/domain/enrolment/slip-sheet.server'
import { printSlips } from '~/domain/enrolment/slips.server'
import { daming } from '../support/daming'

const mistaken = () => readFile('tests/fixtures/daming-roster-with-mistakes.xlsx')

async function uploaded(bytes: Buffer, name = 'roster.xlsx') {
  const place = await daming()
  const upload = await uploadRoster(place.manager, place.cohort, { bytes, name })
  if ('refused' in upload) throw new Error(upload.refused)
  const found = await importToManage(place.manager, place.cohort.id, upload.importId)
  return { ...place, roster: found! }
}

test('rows with mistakes are left out, each with its sentence, and the others are enrolled', async () => {
  const { manager, cohort, roster: file } = await uploaded(await mistaken())
  const check = await checkImport(manager, file)
  if (check.refused !== null) throw new Error(check.refused)
  expect(check.counts).toMatchObject({ ready: 30, error: 9 })
  const { rows } = shownRows(check, 'zh-CN', { filter: 'error', page: 1 })
  expect(rows).toHaveLength(9)
  expect(rows.every((row) => row.cells.some((cell) => cell.says.length > 0))).toBe(true)
  // A wrong number, and one that stands twice, are somebody's all the same.
  expect(JSON.stringify(rows)).not.toMatch(/\d{12}/)
  expect(await agreeToImport(manager, file)).toMatchObject({ summary: { enrolled: 30, errors: 9 } })
  expect(await db.enrolment.count({ where: { cohortId: cohort.id } })).toBe(30)
})

test('slips carry a code for a new account, the same when printed again', async () => {
  const { manager, cohort, roster: file } = await uploaded(await mistaken())
  await agreeToImport(manager, file)
  const slips = await printSlips(manager, cohort)
  expect(slips).toHaveLength(30)
  expect(slips.every((slip) => slip.code?.length === 10)).toBe(true)
  expect((await printSlips(manager, cohort)).map((slip) => slip.code)).toEqual(slips.map((slip) => slip.code))
})

test('where nobody is enrolled no slips are printed, and no trail says that they were', async () => {
  const { manager, cohort } = await daming()
  expect(
    await slipSheet(manager, cohort, { origin: 'https://gongxue.example.cn', locale: 'zh-CN' }),
  ).toBeNull()
  expect(await db.auditEntry.count({ where: { cohortId: cohort.id, action: 'slips.printed' } })).toBe(0)
})

test('nobody but the manager of the organisation that runs it gets hold of a cohort or its imports', async () => {
  const { cohort, roster: file, outsiders, manager } = await uploaded(await mistaken())
  expect(await cohortToManage(manager, cohort.id)).not.toBeNull()
  for (const outsider of outsiders) {
    expect(await cohortToManage(outsider, cohort.id)).toBeNull()
    expect(await importToManage(outsider, cohort.id, file.id)).toBeNull()
  }
})
