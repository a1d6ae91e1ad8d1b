import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { handInAssignment } from '~/activities/assignment/assignment.server'
import { handInCaseStudy } from '~/activities/case-study/case-study.server'
import { saveNotes } from '~/activities/practice/practice.server'
import { db } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { grade, returnWork } from '~/domain/mentoring/grading.server'
import { returnPractice, signOff } from '~/domain/mentoring/sign-off.server'
import { practiceToSign, submissionToGrade } from '~/domain/mentoring/work.access.server'
import { later } from '../support/world'
import { analysis, handInsWorld, opened, outcomeIn, pdf, photo, photoWithPlace } from './hand-ins-world'

test('a case study is handed in once, however often its form is sent', async () => {
  const one = await handInsWorld()
  const caseStudy = await opened(one, one.liNa, 'case-study')
  const handing = { text: analysis, formKey: newId() }
  const [first, second] = await Promise.all([
    handInCaseStudy(one.liNa, caseStudy, handing),
    handInCaseStudy(one.liNa, caseStudy, handing),
  ])
  expect(first).toMatchObject({ refused: null, version: 1, late: false })
  expect(second).toEqual(first)
  expect(await db.submission.count({ where: { enrolmentId: one.liNa.enrolmentId } })).toBe(1)
  expect(await outcomeIn(one, one.liNa, 'case-study')).toMatchObject({
    handedInAt: one.at,
    confirmedAt: null,
    awaits: 'mentor',
  })
})

test('two forms of one person at once hand in one version, and the second hears that it waits', async () => {
  const one = await handInsWorld()
  const caseStudy = await opened(one, one.liNa, 'case-study')
  const both = await Promise.all(
    [newId(), newId()].map((formKey) => handInCaseStudy(one.liNa, caseStudy, { text: analysis, formKey })),
  )
  expect(both.map((done) => done.refused).sort()).toEqual([null, 'waiting-for-mark'].sort())
})

test('a case study that is too short says how much it has and needs, and its form can be sent again', async () => {
  const one = await handInsWorld()
  const caseStudy = await opened(one, one.liNa, 'case-study')
  const formKey = newId()
  expect(await handInCaseStudy(one.liNa, caseStudy, { text: '  太 短 了 ', formKey })).toEqual({
    refused: 'too-short',
    characters: 3,
    minCharacters: 20,
  })
  expect(await handInCaseStudy(one.liNa, caseStudy, { text: '字'.repeat(20_001), formKey })).toEqual({
    refused: 'too-long',
  })
  expect(await handInCaseStudy(one.liNa, caseStudy, { text: analysis, formKey })).toMatchObject({
    version: 1,
  })
})

test('what is handed in after its week is late, and nothing is taken once the module or the cohort has closed', async () => {
  const one = await handInsWorld()
  const third = later(one.liNa, addDays(one.at, 15))
  const caseStudy = await opened(one, { ...one.liNa, ...third }, 'case-study')
  expect(await handInCaseStudy(third, caseStudy, { text: analysis })).toMatchObject({ late: true })
  expect(await outcomeIn(one, one.liNa, 'case-study')).toMatchObject({ late: true })

  await db.moduleClosing.create({
    data: {
      id: newId(),
      cohortId: one.cohortId,
      moduleId: one.moduleId,
      byId: one.manager.person.id,
      occurredAt: addDays(one.at, 16),
      recordedAt: addDays(one.at, 16),
    },
  })
  const fourth = { ...one.liNa, at: addDays(one.at, 17) }
  const assignment = await opened(one, fourth, 'assignment')
  expect(await handInAssignment(fourth, assignment, { text: '方案', files: [] })).toEqual({
    refused: 'module-closed',
  })
})

test('nothing is taken once the cohort has ended, but by a concession’s later date', async () => {
  const one = await handInsWorld()
  const afterwards = { ...one.wangFang, at: addDays(one.at, 40) }
  const save = async () =>
    saveNotes(afterwards, await opened(one, afterwards, 'practice'), [{ item: 1, text: '看' }])
  expect(await save()).toEqual({ refused: 'cohort-closed' })
  await db.concession.create({
    data: {
      id: newId(),
      enrolmentId: one.wangFang.enrolmentId,
      activityId: one.activities.practice,
      kind: 'later',
      until: addDays(one.at, 50),
      reason: '产假',
      byId: one.manager.person.id,
      occurredAt: one.at,
      recordedAt: one.at,
    },
  })
  expect(await save()).toMatchObject({ refused: null, saved: 1 })
})

test('an assignment takes files that are what they say, and refuses the others by name', async () => {
  const one = await handInsWorld()
  const assignment = await opened(one, one.liNa, 'assignment')
  const handing = (files: { name: string; bytes: Uint8Array }[], text = '') =>
    handInAssignment(one.liNa, assignment, { text, files })
  const program = { name: '方案.pdf', bytes: new TextEncoder().encode('MZ\u0000program') }
  expect(await handing([])).toEqual({ refused: 'nothing' })
  expect(await handing([program])).toEqual({ refused: 'file-kind', name: '方案.pdf' })
  expect(await handing([{ name: '照片.jpg', bytes: new Uint8Array(9) }])).toEqual({ refused: 'file-kind' })
  expect(await handing([{ name: '空.pdf', bytes: new Uint8Array() }])).toEqual({
    refused: 'empty-file',
    name: '空.pdf',
  })
  expect(await handing([{ name: '大.pdf', bytes: new Uint8Array(1024 * 1024 + 1) }])).toEqual({
    refused: 'file-too-large',
  })
  expect(await handing([pdf('1.pdf'), pdf('2.pdf'), pdf('3.pdf'), pdf('4.pdf')])).toEqual({
    refused: 'too-many-files',
  })
  expect(await handing([pdf('../../etc/方案\u202e.pdf')], '见附件')).toMatchObject({
    refused: null,
    version: 1,
  })
  const [file] = await db.storedFile.findMany({ where: { byId: one.liNa.person.id } })
  expect(file).toMatchObject({ name: '方案.pdf', mediaType: 'application/pdf' })
})

test('an assignment below its pass mark can be handed in again, as often as it says and a concession adds', async () => {
  const one = await handInsWorld()
  const attempt = async () =>
    handInAssignment(one.liNa, await opened(one, one.liNa, 'assignment'), { text: '活动方案', files: [] })
  const fail = async (done: Awaited<ReturnType<typeof attempt>>) => {
    if (done.refused !== null) throw new Error(done.refused)
    const submission = (await submissionToGrade(one.mentor, done.submissionId))!
    expect(await grade(one.mentor, submission, { mark: 50, comment: '' })).toMatchObject({ refused: null })
  }
  await fail(await attempt())
  const second = await attempt()
  expect(second).toMatchObject({ version: 2 })
  expect(await attempt()).toEqual({ refused: 'waiting-for-mark' })
  await fail(second)
  expect(await attempt()).toEqual({ refused: 'no-submissions-left' })
  expect(await outcomeIn(one, one.liNa, 'assignment')).toMatchObject({
    score: 50,
    confirmedAt: null,
    awaits: 'nobody',
  })
  await db.concession.create({
    data: {
      id: newId(),
      enrolmentId: one.liNa.enrolmentId,
      activityId: one.activities.assignment,
      kind: 'attempt',
      reason: '住院',
      byId: one.manager.person.id,
      occurredAt: one.at,
      recordedAt: one.at,
    },
  })
  expect(await attempt()).toMatchObject({ refused: null, version: 3 })
})

test('returned work can be handed in again, and what is confirmed cannot', async () => {
  const one = await handInsWorld()
  const attempt = async () =>
    handInCaseStudy(one.liNa, await opened(one, one.liNa, 'case-study'), { text: analysis })
  const first = await attempt()
  if (first.refused !== null) throw new Error(first.refused)
  const submission = (await submissionToGrade(one.mentor, first.submissionId))!
  expect(await returnWork(one.mentor, submission, '  ')).toEqual({ refused: 'no-comment' })
  await returnWork(one.mentor, submission, '请写出判断的依据')
  const second = await attempt()
  if (second.refused !== null) throw new Error(second.refused)
  const newer = (await submissionToGrade(one.mentor, second.submissionId))!
  expect(await grade(one.mentor, submission, { points: [40, 40, 20], comment: '' })).toEqual({
    refused: 'newer-version',
  })
  await grade(one.mentor, newer, { points: [30, 30, 15], comment: '' })
  expect(await attempt()).toEqual({ refused: 'confirmed' })
})

test('practice is handed in when each item has its evidence', async () => {
  const one = await handInsWorld()
  const practice = await opened(one, one.liNa, 'practice')
  expect(await saveNotes(one.liNa, practice, [{ item: 1, text: '选了一名男孩' }])).toEqual({
    refused: null,
    saved: 1,
    handedIn: false,
  })
  expect((await outcomeIn(one, one.liNa, 'practice'))?.handedInAt ?? null).toBeNull()
  const second = await saveNotes(one.liNa, practice, [
    { item: 2, text: '', files: [photo('river-stones.jpg')] },
  ])
  expect(second).toEqual({ refused: null, saved: 1, handedIn: true })
  expect(await outcomeIn(one, one.liNa, 'practice')).toMatchObject({ handedInAt: one.at, awaits: 'mentor' })
})

test('each saving of a note is a version, the same text again is none, and kept photos stay', async () => {
  const one = await handInsWorld()
  const practice = await opened(one, one.liNa, 'practice')
  const formKey = newId()
  const draft = [{ item: 1, text: '第一次', files: [photo('wall-plan.jpg')] }]
  const both = await Promise.all([
    saveNotes(one.liNa, practice, draft, { formKey }),
    saveNotes(one.liNa, practice, draft, { formKey }),
  ])
  expect(both[0]).toEqual(both[1])
  const evidence = await db.practiceEvidence.findMany({
    where: { note: { enrolmentId: one.liNa.enrolmentId } },
  })
  expect(evidence).toHaveLength(1)
  const keep = [evidence[0]!.fileId]
  expect(await saveNotes(one.liNa, practice, [{ item: 1, text: '第一次', keep }])).toMatchObject({ saved: 0 })
  expect(await saveNotes(one.liNa, practice, [{ item: 1, text: '第二次', keep }])).toMatchObject({ saved: 1 })
  expect(await saveNotes(one.liNa, practice, [{ item: 1, text: '', keep: [newId()] }])).toMatchObject({
    refused: 'nothing',
  })
  const notes = await db.practiceNote.findMany({
    where: { enrolmentId: one.liNa.enrolmentId },
    orderBy: { version: 'asc' },
    include: { evidence: true },
  })
  expect(notes.map(({ version, text }) => [version, text])).toEqual([
    [1, '第一次'],
    [2, '第二次'],
  ])
  expect(notes[1]!.evidence[0]!.fileId).toBe(keep[0])
})

test('evidence of a kind that is not taken, of no item, or unreadable is refused, naming the item', async () => {
  const one = await handInsWorld()
  const practice = await opened(one, one.liNa, 'practice')
  const save = (item: number, text: string, files: { name: string; bytes: Uint8Array }[] = []) =>
    saveNotes(one.liNa, practice, [{ item, text, files }])
  expect(await save(3, '多余')).toMatchObject({ refused: 'absent', item: 3 })
  expect(await save(1, ' ')).toMatchObject({ refused: 'nothing', item: 1 })
  expect(await save(1, '', [pdf()])).toMatchObject({ refused: 'file-kind', item: 1, name: '方案.pdf' })
  const broken = { name: '坏.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) }
  expect(await save(1, '', [broken])).toMatchObject({ refused: 'photo-unreadable', name: '坏.jpg' })
  const many = Array.from({ length: 7 }, () => photo('river-stones.jpg'))
  expect(await save(1, '', many)).toMatchObject({ refused: 'too-many-files' })
})

test('a photo is kept without its place, its camera and its owner, upright and no larger than a page needs', async () => {
  const one = await handInsWorld()
  const practice = await opened(one, one.liNa, 'practice')
  await saveNotes(one.liNa, practice, [{ item: 1, text: '', files: [await photoWithPlace()] }])
  const file = await db.storedFile.findFirstOrThrow({ where: { byId: one.liNa.person.id } })
  const { bytesOfFile } = await import('~/domain/files/stored-file.server')
  const { default: sharp } = await import('sharp')
  const kept = (await bytesOfFile(file))!
  const facts = await sharp(kept).metadata()
  expect(facts).toMatchObject({ format: 'jpeg', width: 1000, height: 2000 })
  expect(facts.exif).toBeUndefined()
  expect(facts.orientation).toBeUndefined()
  expect(kept.includes('HUAWEI')).toBe(false)
  expect(file.name).toBe('IMG_0001.jpg')
})

test('a returned practice waits for its trainee, and a newer note brings it back to the mentor', async () => {
  const one = await handInsWorld()
  const notes = [
    { item: 1, text: '选了一名男孩' },
    { item: 2, text: '三篇记录' },
  ]
  await saveNotes(one.liNa, await opened(one, one.liNa, 'practice'), notes)
  const practice = (await practiceToSign(one.mentor, one.liNa.enrolmentId, one.activities.practice))!
  const soon = { ...one.mentor, at: addDays(one.at, 1) }
  await returnPractice(soon, practice, { comment: '请补一张照片' })
  expect(await outcomeIn(one, one.liNa, 'practice')).toMatchObject({ awaits: 'trainee' })
  const next = { ...one.liNa, at: addDays(one.at, 2) }
  await saveNotes(next, await opened(one, next, 'practice'), [{ item: 2, text: '三篇记录，附照片' }])
  expect(await outcomeIn(one, one.liNa, 'practice')).toMatchObject({ awaits: 'mentor', handedInAt: one.at })
  await signOff({ ...one.mentor, at: addDays(one.at, 3) }, practice, { mark: 90, comment: '' })
  expect(await saveNotes(next, await opened(one, next, 'practice'), [{ item: 1, text: '再改' }])).toEqual({
    refused: 'signed-off',
  })
})
