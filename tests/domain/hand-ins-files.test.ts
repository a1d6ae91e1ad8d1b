import { addDays } from 'date-fns'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { handInAssignment } from '~/activities/assignment/assignment.server'
import { saveNotes } from '~/activities/practice/practice.server'
import { db } from '~/db.server'
import { fileFor } from '~/domain/files/file.access.server'
import { readyFiles } from '~/domain/files/given-file.server'
import { cleanPhoto } from '~/domain/files/photo.server'
import { storeFile } from '~/domain/files/stored-file.server'
import { newId } from '~/domain/ids.server'
import type { Someone } from '../support/world'
import { type HandIns, handInsWorld, opened, pdf, photo } from './hand-ins-world'

const photos = [
  'corn-husk-basket.jpg',
  'garlic-pots.jpg',
  'reading-corner.jpg',
  'river-stones.jpg',
  'wall-plan.jpg',
]

async function mayOpen(who: Someone, id: string) {
  return (await fileFor(who, id)) !== null
}

async function evidenceOf(one: HandIns) {
  const practice = await opened(one, one.liNa, 'practice')
  await saveNotes(one.liNa, practice, [{ item: 1, text: '', files: [photo('river-stones.jpg')] }])
  return db.storedFile.findFirstOrThrow({ where: { byId: one.liNa.person.id } })
}

test('evidence is opened by its author, their mentor and their manager, and by nobody else', async () => {
  const one = await handInsWorld()
  const { id } = await evidenceOf(one)
  for (const who of [one.liNa, one.mentor, one.manager]) {
    expect([who.person.name, await mayOpen(who, id)]).toEqual([who.person.name, true])
  }
  const others = [
    one.wangFang,
    one.otherMentor,
    one.instructor,
    one.otherManager,
    one.officer,
    one.otherOfficer,
    one.administrator,
    one.stranger,
  ]
  for (const who of others)
    expect([who.person.name, await mayOpen(who, id)]).toEqual([who.person.name, false])
  expect(await mayOpen(one.liNa, newId())).toBe(false)
  expect(await fileFor({ person: null, at: one.at, through: 'page' }, id)).toBeNull()
})

test('an instructor opens what was handed in for their activity, a mentor only while their assignment holds', async () => {
  const one = await handInsWorld()
  const assignment = await opened(one, one.liNa, 'assignment')
  await handInAssignment(one.liNa, assignment, { text: '', files: [pdf()] })
  const { id } = await db.storedFile.findFirstOrThrow({ where: { byId: one.liNa.person.id } })
  expect(await mayOpen(one.instructor, id)).toBe(true)
  const until = addDays(one.at, 1)
  await db.mentorAssignment.updateMany({ where: { groupId: one.groups.east }, data: { until } })
  expect(await mayOpen({ ...one.mentor, at: until }, id)).toBe(false)
})

test('an administrator opens a file for the hour that they gave a reason for', async () => {
  const one = await handInsWorld()
  const { id } = await evidenceOf(one)
  await db.administratorAccess.create({
    data: {
      id: newId(),
      personId: one.administrator.person.id,
      cohortId: one.cohortId,
      reason: '核查',
      from: one.at,
      until: addDays(one.at, 1),
    },
  })
  expect(await mayOpen(one.administrator, id)).toBe(true)
  expect(await mayOpen({ ...one.administrator, at: addDays(one.at, 1) }, id)).toBe(false)
})

test('a file that no row names is opened by nobody, not even by whoever stored it', async () => {
  const one = await handInsWorld()
  const file = await storeFile(db, one.liNa, {
    bytes: new Uint8Array([1]),
    name: '孤儿',
    mediaType: 'text/plain',
  })
  expect(await mayOpen(one.liNa, file.id)).toBe(false)
})

test('a file of a post is read by the members of its group and their mentor, until the post is taken away', async () => {
  const one = await handInsWorld()
  const { at } = one
  const topicId = newId()
  const said = { occurredAt: at, recordedAt: at }
  await db.topic.create({
    data: { id: topicId, groupId: one.groups.east, kind: 'mentor', title: '材料', prompt: '', ...said },
  })
  const postId = newId()
  await db.post.create({
    data: {
      id: postId,
      groupId: one.groups.east,
      topicId,
      number: 1,
      eventNumber: 2,
      authorId: one.mentor.person.id,
      clientId: newId(),
      text: '见附件',
      substantialCharacters: 3,
      ...said,
    },
  })
  const file = await storeFile(db, one.mentor, { ...pdf(), mediaType: 'application/pdf' })
  await db.postFile.create({ data: { postId, position: 0, fileId: file.id } })
  for (const who of [one.liNa, one.mentor, one.manager]) expect(await mayOpen(who, file.id)).toBe(true)
  for (const who of [one.wangFang, one.otherMentor, one.otherManager, one.officer]) {
    expect(await mayOpen(who, file.id)).toBe(false)
  }
  await db.postRemoval.create({
    data: { id: newId(), postId, kind: 'hidden', reason: '', byId: one.mentor.person.id, ...said },
  })
  expect(await mayOpen(one.liNa, file.id)).toBe(false)
  expect(await mayOpen(one.mentor, file.id)).toBe(true)
})

test('no photo keeps where, when and with what it was taken', async () => {
  let said = 0
  for (const name of photos) {
    const { bytes } = photo(name)
    if ((await sharp(bytes).metadata()).exif) said += 1
    const facts = await sharp((await cleanPhoto(bytes))!.bytes).metadata()
    expect([name, facts.exif, facts.xmp, facts.iptc]).toEqual([name, undefined, undefined, undefined])
    expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(2000)
  }
  expect(said).toBeGreaterThan(0)
})

test('a picture that is no JPEG becomes WebP, and what is no picture becomes nothing', async () => {
  const png = await sharp({ create: { width: 40, height: 20, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  const ready = await readyFiles([{ name: '图.png', bytes: png }], { accept: ['png'], maxBytes: 10_000 })
  expect(ready).toMatchObject({ refused: null, files: [{ name: '图.webp', mediaType: 'image/webp' }] })
  expect(await cleanPhoto(new TextEncoder().encode('<svg/>'.repeat(20)))).toBeNull()
})

test('a picture that unfolds to more than a photo ever has is refused', async () => {
  const trap = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect(await cleanPhoto(trap)).toBeNull()
})

test('a page of HTML that says it is a photo, and a file above the limit, are refused by name', async () => {
  const html = new TextEncoder().encode('<html><script>alert(1)</script>')
  const taken = { accept: ['jpeg', 'pdf'] as const, maxBytes: 20 }
  expect(await readyFiles([{ name: '照片.jpg', bytes: html.subarray(0, 20) }], taken)).toEqual({
    refused: 'file-kind',
    name: '照片.jpg',
  })
  expect(await readyFiles([{ name: '大.pdf', bytes: new Uint8Array(21) }], taken)).toEqual({
    refused: 'file-too-large',
    name: '大.pdf',
  })
})
