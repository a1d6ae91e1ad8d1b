import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { correctName, resolveDoubt } from '~/domain/accounts/details.server'
import { doubtsIn, openDoubtIn } from '~/domain/accounts/doubts.queries.server'
import { doubtDetails } from '~/domain/accounts/own-account.server'
import { hashKey, seal } from '~/domain/accounts/personal-keys.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { setQuotas } from '~/domain/cohorts/cohort.server'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { agreeToImport, uploadRoster } from '~/domain/enrolment/import.server'
import { waitingRowOf } from '~/domain/enrolment/waiting-row.access.server'
import { countWaitingRows, waitingRowsOf } from '~/domain/enrolment/waiting-rows.queries.server'
import { dropWaiting, enrolWaiting, takeUpWaiting } from '~/domain/enrolment/waiting-rows.server'
import { newId } from '~/domain/ids.server'
import { daming } from '../support/daming'
import { newIdentityNumber, someone } from '../support/world'

type Place = Awaited<ReturnType<typeof daming>>

async function imported(place: Place, csv: string) {
  await db.cohort.update({ where: { id: place.cohort.id }, data: { acceptsWithoutNumber: true } })
  const cohort = (await cohortToManage(place.manager, place.cohort.id))!
  const upload = await uploadRoster(place.manager, cohort, { bytes: Buffer.from(csv), name: '名单.csv' })
  if ('refused' in upload) throw new Error(upload.refused)
  const roster = (await importToManage(place.manager, cohort.id, upload.importId))!
  await agreeToImport(place.manager, roster)
  return cohort
}

async function waitingIn(place: Place, lines: string[]) {
  const unit = place.townships[0]!.name
  const rows = lines.map((line) => `${line},${unit}`)
  const cohort = await imported(place, ['姓名,身份证号,乡镇', ...rows].join('\n'))
  const shown = await waitingRowsOf(place.manager, cohort)
  const row = async (name: string) =>
    (await waitingRowOf(cohort, shown.find((one) => one.name === name)!.id))!
  return { cohort, shown, row }
}

test('somebody without a number waits, and is enrolled once it is known', async () => {
  const place = await daming()
  const { cohort, shown, row } = await waitingIn(place, ['李小燕,'])
  expect(shown).toMatchObject([{ name: '李小燕', reason: 'no-number', masked: null, canEnrol: false }])
  const waiting = await row('李小燕')
  expect(await enrolWaiting(place.manager, waiting, '130425')).toEqual({ refused: 'wrong-number' })
  const done = await enrolWaiting(place.manager, waiting, newIdentityNumber())
  expect(done).toMatchObject({ name: '李小燕' })
  expect(await countWaitingRows(cohort)).toBe(0)
  const { person } = await db.enrolment.findFirstOrThrow({
    where: { cohortId: cohort.id },
    select: { person: { select: { name: true } } },
  })
  expect(person.name).toBe('李小燕')
  expect(await enrolWaiting(place.manager, waiting, newIdentityNumber())).toEqual({ refused: 'settled' })
})

test('a number that is known under another name waits for an administrator, and shows nobody else that name', async () => {
  const place = await daming()
  const number = newIdentityNumber()
  const holder = await someone(place.system, '王秀英', { identityNumber: number })
  const { cohort, shown, row } = await waitingIn(place, [`王秀瑛,${number}`])
  expect(shown).toMatchObject([{ name: '王秀瑛', reason: 'other-name', knownAs: null, canEnrol: false }])
  expect(JSON.stringify(shown)).not.toContain('王秀英')
  const waiting = await row('王秀瑛')
  expect(await enrolWaiting(place.manager, waiting, null)).toEqual({ refused: 'other-name' })
  expect(await waitingRowsOf(place.administrator, cohort)).toMatchObject([
    { knownAs: '王秀英', canEnrol: true },
  ])
  expect(await enrolWaiting(place.administrator, waiting, null)).toMatchObject({ name: '王秀瑛' })
  expect(await db.enrolment.count({ where: { cohortId: cohort.id, personId: holder.person.id } })).toBe(1)
})

test('once the name is corrected the manager may enrol them too', async () => {
  const place = await daming()
  const number = newIdentityNumber()
  const holder = await someone(place.system, '王秀英', { identityNumber: number })
  const { cohort, row } = await waitingIn(place, [`王秀瑛,${number}`])
  await correctName(place.administrator, holder.person.id, '王秀瑛')
  expect(await waitingRowsOf(place.manager, cohort)).toMatchObject([{ canEnrol: true, knownAs: null }])
  expect(await enrolWaiting(place.manager, await row('王秀瑛'), null)).toMatchObject({ name: '王秀瑛' })
})

test('two who enrol the same waiting row at once enrol one person', async () => {
  const place = await daming()
  const { cohort, row } = await waitingIn(place, ['李小燕,'])
  const waiting = await row('李小燕')
  const number = newIdentityNumber()
  const answers = await Promise.all([
    enrolWaiting(place.manager, waiting, number),
    enrolWaiting(place.manager, waiting, number),
  ])
  expect(answers.filter((one) => 'refused' in one)).toEqual([{ refused: 'settled' }])
  expect(await db.enrolment.count({ where: { cohortId: cohort.id } })).toBe(1)
})

test('nobody is enrolled without a seat, or twice', async () => {
  const place = await daming()
  const number = newIdentityNumber()
  const { cohort, row } = await waitingIn(place, [`张丽,${number}`, '李小燕,'])
  const waiting = await row('李小燕')
  expect(await enrolWaiting(place.manager, waiting, number)).toEqual({ refused: 'other-name' })
  expect(await enrolWaiting(place.administrator, waiting, number)).toEqual({ refused: 'enrolled' })
  await setQuotas(place.manager, cohort, [{ organisationId: place.townships[1]!.id, seats: 5 }])
  expect(await enrolWaiting(place.manager, waiting, newIdentityNumber())).toEqual({ refused: 'no-seat' })
})

test('a row is left out, and taken up again', async () => {
  const place = await daming()
  const { cohort, row } = await waitingIn(place, ['李小燕,'])
  const waiting = await row('李小燕')
  expect(await takeUpWaiting(place.manager, waiting)).toEqual({ refused: 'settled' })
  expect(await dropWaiting(place.manager, waiting)).toEqual({ name: '李小燕' })
  expect(await dropWaiting(place.manager, waiting)).toEqual({ refused: 'settled' })
  expect(await countWaitingRows(cohort)).toBe(0)
  expect(await takeUpWaiting(place.manager, waiting)).toEqual({ name: '李小燕' })
  expect(await countWaitingRows(cohort)).toBe(1)
})

test('rows of one number on two sheets wait beside each other', async () => {
  const place = await daming()
  const { cohort, row } = await waitingIn(place, ['李小燕,'])
  const { id: _, cohort: __, ...other } = await row('李小燕')
  const number = newIdentityNumber()
  await db.waitingRow.create({
    data: {
      ...other,
      id: newId(),
      sheet: 1,
      data: {},
      sealedNumber: seal(number),
      numberHash: hashKey('identity-number', number),
    },
  })
  expect(await countWaitingRows(cohort)).toBe(2)
})

test('the manager sees who doubts their details, corrects whom they manage wholly, and answers', async () => {
  const place = await daming()
  const { cohort } = await waitingIn(place, [`张丽,${newIdentityNumber()}`])
  const { personId } = await db.enrolment.findFirstOrThrow({ where: { cohortId: cohort.id } })
  const trainee = { ...place.manager, person: { id: personId, name: '张丽' } }
  await doubtDetails(trainee, '姓名的“丽”应为“莉”')
  const [doubt] = await doubtsIn(place.manager, cohort)
  expect(doubt).toMatchObject({ name: '张丽', message: '姓名的“丽”应为“莉”', mine: true })
  for (const outsider of place.outsiders.filter((one) => one !== place.administrator)) {
    expect(await cohortToManage(outsider, cohort.id)).toBeNull()
    expect(await correctName(outsider, personId, '张莉')).toEqual({ refused: 'administrator-only' })
    expect(await resolveDoubt(outsider, doubt!.id)).toEqual({ refused: 'absent' })
  }
  expect(await correctName(place.manager, personId, '张莉')).toEqual({ name: '张莉' })
  expect(await resolveDoubt(place.manager, doubt!.id)).toEqual({ resolved: true })
  expect(await doubtsIn(place.manager, cohort)).toEqual([])
})

test('a waiting row and a doubt of one cohort are absent from another', async () => {
  const place = await daming()
  const elsewhere = await daming()
  const { row } = await waitingIn(place, ['李小燕,', `张丽,${newIdentityNumber()}`])
  const { personId } = await db.enrolment.findFirstOrThrow({ where: { cohortId: place.cohort.id } })
  const { id } = await db.detailsDoubt.create({
    data: { id: newId(), personId, message: '号码不对', occurredAt: place.at },
  })
  expect(await waitingRowOf(elsewhere.cohort, (await row('李小燕')).id)).toBeNull()
  expect(await openDoubtIn(elsewhere.cohort, id)).toBeNull()
  expect(await openDoubtIn(place.cohort, id)).toEqual({ id, personId })
})

test('who was sent by no known unit is not enrolled', async () => {
  const place = await daming()
  const { row } = await waitingIn(place, ['李小燕,'])
  const waiting = await row('李小燕')
  await db.waitingRow.update({ where: { id: waiting.id }, data: { sentById: null } })
  expect(await enrolWaiting(place.manager, waiting, newIdentityNumber())).toEqual({ refused: 'no-unit' })
})
