// One cohort with all that an address can name, and beside it somebody of each sort who may not open it. Whoever is
// "elsewhere" has things of their own to look at: a cohort, a county, a group.
import { readFileSync } from 'node:fs'
import { handInAssignment } from '~/activities/assignment/assignment.server'
import { handInCaseStudy } from '~/activities/case-study/case-study.server'
import { setLiveSession } from '~/activities/live/live.session.server'
import { saveNotes } from '~/activities/practice/practice.server'
import { startAttempt } from '~/activities/quiz/quiz.server'
import { openVideo } from '~/activities/video/video.server'
import { db, inTransaction } from '~/db.server'
import { openForAdministrator } from '~/domain/access/administrator-access.server'
import { grantRole } from '~/domain/accounts/roles.server'
import { issueCertificates } from '~/domain/certificates/issue.server'
import { addMentorByName } from '~/domain/cohorts/mentors.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { uploadRoster } from '~/domain/enrolment/import.server'
import { storeFile } from '~/domain/files/stored-file.server'
import { newId } from '~/domain/ids.server'
import { activityForTrainee } from '~/domain/learning/learning.access.server'
import { recordOutcomes } from '~/domain/learning/outcomes.server'
import { grade } from '~/domain/mentoring/grading.server'
import { groupFor, groupToMentor } from '~/domain/mentoring/groups.access.server'
import { postMessage } from '~/domain/mentoring/post.server'
import { deletePost, hidePost } from '~/domain/mentoring/removals.server'
import { signOff } from '~/domain/mentoring/sign-off.server'
import { practiceToSign, submissionToGrade } from '~/domain/mentoring/work.access.server'
import { issueReport } from '~/domain/reports/issue.server'
import { takeRoll } from '~/domain/workshops/attendance.server'
import { askLeave } from '~/domain/workshops/leave.server'
import { ownSession } from '~/domain/workshops/workshops.access.server'
import { asThemselves, at, damingGroups, membersOf } from '../../domain/groups-world'
import { analysis, photo } from '../../domain/hand-ins-world'
import { calling, type WorkshopDay, workshopDay } from '../../domain/workshops-world'
import { completionWorld, enrolledAs, finish, inWeek } from '../../support/completion-world'
import { later, newTelephone, type Someone } from '../../support/world'

/** The first workshop's day, five minutes after nine. */
export const now = at('2026-09-26', '09:05')
const evening = at('2026-09-25', '20:00')

export const whoever = [
  'administrator',
  'administrator with a reason',
  'manager',
  'manager elsewhere',
  'bureau',
  'bureau elsewhere',
  'mentor',
  'mentor elsewhere',
  'trainee',
  'group mate',
  'trainee elsewhere',
  'nobody',
] as const

export type Who = (typeof whoever)[number]

type Kind = 'video' | 'reading' | 'quiz' | 'survey' | 'case-study' | 'assignment' | 'practice' | 'live'
export type ActivityIds = Record<Kind | 'discussion' | 'workshop', string>

/** All that a line of the table may name, by id; with `missing` in their place there is nothing. */
export type Ids = Awaited<ReturnType<typeof matrixWorld>>['ids']

export async function matrixWorld() {
  const day = await workshopDay()
  const elsewhere = await damingGroups([['杨桥镇', 14]])
  const [, mate, leaver, mover, doubter] = day.eastern
  const trainee = { ...asThemselves(day.eastern[0]!, now), enrolmentId: day.eastern[0]!.id }
  const mentor = await mentorAdded(day, '魏长青', day.east)
  const otherMentor = await mentorAdded(day, '高玉梅', day.west)
  const thirdMentor = await mentorAdded(day, '任丽萍', day.east)
  const [outsider] = await membersOf(elsewhere.groups[0]!)
  const people: Record<Exclude<Who, 'nobody'>, Someone> = {
    administrator: elsewhere.administrator,
    'administrator with a reason': day.administrator,
    manager: day.manager,
    'manager elsewhere': elsewhere.manager,
    bureau: day.officer,
    'bureau elsewhere': elsewhere.officer,
    mentor,
    'mentor elsewhere': otherMentor,
    trainee,
    'group mate': asThemselves(mate!, now),
    'trainee elsewhere': asThemselves(outsider!, now),
  }
  await openForAdministrator(later(day.administrator, now), day.cohort.id, '查看')
  const activities = await openAll(day, trainee.enrolmentId)
  const issued = await issuedTo(day, trainee)
  const ids = {
    cohort: day.cohort.id,
    cohortElsewhere: elsewhere.cohort.id,
    enrolment: trainee.enrolmentId,
    leaver: leaver!.id,
    leaverPerson: leaver!.personId,
    mover: mover!.id,
    doubter: doubter!.personId,
    group: day.east.id,
    otherGroup: day.west.id,
    thirdMentor: thirdMentor.person.id,
    newMentor: day.western[1]!.personId,
    session: day.morning.id,
    afternoon: day.afternoon.id,
    venue: day.venueId,
    ...activities,
    programme: day.cohort.programmeId,
    programmeVersion: await versionOf(day),
    runBy: day.organisations.university.id,
    heldFor: day.organisations.county.id,
    spareOrganisation: day.organisations.otherTownship.id,
    stranger: day.stranger.person.id,
    strangerGrant: await grantTo(day, day.stranger),
    ...(await rosterUploaded(day)),
    film: await filmsStored(day),
    ...(await talkedOf(day, trainee, mentor)),
    ...(await workDone(trainee, people['group mate'], mate!.id, mentor, activities)),
    ...(await workshopFacts(day, trainee, mate!.id, mentor)),
    ...issued,
  }
  return { day, people, ids }
}

async function mentorAdded(day: WorkshopDay, name: string, group: WorkshopDay['east']): Promise<Someone> {
  const added = await addMentorByName(day.manager, day.cohort, {
    name,
    telephone: newTelephone(),
    place: { group },
  })
  if ('refused' in added) throw new Error(added.refused)
  return { person: { id: added.personId, name }, at: now, through: 'page' }
}

async function versionOf(day: WorkshopDay) {
  const version = await db.cohortVersion.findFirstOrThrow({ where: { cohortId: day.cohort.id } })
  return version.programmeVersionId
}

/** Opens all modules to one trainee, and names an activity of each kind; the live one is under way. */
async function openAll(day: WorkshopDay, enrolmentId: string): Promise<ActivityIds> {
  const modules = await db.moduleVersion.findMany({
    where: { programmeVersionId: await versionOf(day) },
    orderBy: { position: 'asc' },
    include: { activities: { orderBy: { position: 'asc' }, include: { activity: true } } },
  })
  await db.release.createMany({
    data: modules.map(({ moduleId }) => ({
      enrolmentId,
      moduleId,
      cause: 'week',
      occurredAt: now,
      recordedAt: now,
    })),
    skipDuplicates: true,
  })
  // A module's test opens after its films.
  const films = modules[0]!.activities.filter(({ activity }) => activity.kind === 'video')
  await inTransaction((tx) =>
    recordOutcomes(
      tx,
      later(day.manager, now),
      films.map(({ id, activityId }) => ({
        enrolmentId,
        activityId,
        activityVersionId: id,
        cause: 'watched',
        handedIn: true,
        confirmed: false,
        score: null,
        late: false,
        occurredAt: now,
      })),
    ),
  )
  const all = modules.flatMap((module) => module.activities.map(({ activity }) => activity))
  const ids = Object.fromEntries(all.toReversed().map(({ kind, id }) => [kind, id])) as ActivityIds
  const set = { activityId: ids.live, day: '2026-09-26', from: '09:00', until: '10:30' }
  await setLiveSession(later(day.manager, now), day.cohort, { ...set, link: 'https://live.example/1' })
  return ids
}

/** A certificate and a report of another cohort that the same manager runs for the same county. */
async function issuedTo(day: WorkshopDay, { person }: Someone) {
  const finished = await completionWorld()
  const { university, county } = finished.organisations
  for (const [one, role, organisationId] of [
    [day.manager, 'manager', university.id],
    [day.officer, 'bureau-officer', county.id],
  ] as const) {
    const granted = await grantRole(day.system, { personId: one.person.id, role, organisationId })
    if ('refused' in granted) throw new Error(granted.refused)
  }
  await openForAdministrator(later(day.administrator, now), finished.cohort.id, '查看')
  const enrolment = await enrolledAs(finished, person)
  await finish(finished, enrolment)
  const manager = later(finished.manager, inWeek(8))
  const enrolmentIds = [enrolment.id]
  await confirmDecisions(manager, finished.cohort, { enrolmentIds })
  const origin = 'http://localhost'
  const { issued } = await issueCertificates(manager, finished.cohort, { enrolmentIds, origin })
  const report = await issueReport(manager, finished.cohort, { organisationId: county.id })
  if ('refused' in report) throw new Error(report.refused)
  const certificate = await db.certificate.findUniqueOrThrow({ where: { id: issued[0]!.certificateId } })
  return { certificate: certificate.id, report: report.packageId }
}

async function grantTo({ system, organisations }: WorkshopDay, { person }: Someone) {
  const granted = await grantRole(system, {
    personId: person.id,
    role: 'bureau-officer',
    organisationId: organisations.otherTownship.id,
  })
  if ('refused' in granted) throw new Error(granted.refused)
  return granted.id
}

/** A roster that was checked and not agreed to, with a row that waits for its number. */
async function rosterUploaded({ manager, cohort }: WorkshopDay) {
  const bytes = readFileSync('tests/fixtures/daming-roster-with-mistakes.xlsx')
  const uploaded = await uploadRoster(later(manager, now), cohort, { bytes, name: '名单.xlsx' })
  if ('refused' in uploaded) throw new Error(uploaded.refused)
  const { importId } = uploaded
  const row = { importId, sheet: 0, row: 900, name: '孟丽', reason: 'no-number', data: {}, recordedAt: now }
  const waiting = await db.waitingRow.create({ data: { id: newId(), ...row } })
  return { roster: importId, waitingRow: waiting.id }
}

/** The programme's first film, and the last one, whose module has opened to one trainee only: the last one's slug. */
async function filmsStored(day: WorkshopDay) {
  const versions = await db.activityVersion.findMany({
    where: { activity: { kind: 'video' }, moduleVersion: { programmeVersionId: await versionOf(day) } },
    orderBy: [{ moduleVersion: { position: 'asc' } }, { position: 'asc' }],
  })
  const slugs = [versions[0]!, versions.at(-1)!].map(({ config }) => (config as { film: string }).film)
  for (const slug of slugs) {
    const file = { bytes: Buffer.from(slug), name: `${slug}.mp4`, mediaType: 'video/mp4' }
    const mp4 = await inTransaction((tx) => storeFile(tx, day.system, file))
    const film = { slug, title: slug, seconds: 600, mp4Id: mp4.id, recordedAt: now }
    await db.film.create({ data: { id: newId(), ...film } })
  }
  return slugs.at(-1)!
}

/** Posts in the eastern group: one to hide, one to delete for each of two, one that is deleted, one that is hidden. */
async function talkedOf(day: WorkshopDay, trainee: Someone, mentor: Someone) {
  const topic = await db.topic.findFirstOrThrow({ where: { groupId: day.east.id, kind: 'stream' } })
  const open = (await groupFor(trainee, day.east.id))!
  const guided = (await groupToMentor(mentor, day.east.id))!
  async function said(who: Someone, text: string) {
    const posted = await postMessage(who, open, { topicId: topic.id, clientId: newId(), text })
    if (posted.refused) throw new Error(posted.refused)
    return posted.post.id
  }
  const posts = {
    post: await said(trainee, '早上好'),
    ownPost: await said(trainee, '说错了'),
    mentorPost: await said(mentor, '大家好'),
    deletedPost: await said(trainee, '又说错了'),
    hiddenPost: await said(trainee, '与主题无关'),
  }
  await deletePost(trainee, open, posts.deletedPost)
  await hidePost(mentor, guided, posts.hiddenPost, '与主题无关')
  return { topic: topic.id, ...posts }
}

/** Work that waits for its judge, work that was judged, a quiz and a film that were begun. */
async function workDone(
  trainee: Someone & { enrolmentId: string },
  mate: Someone,
  mateEnrolment: string,
  mentor: Someone,
  ids: ActivityIds,
) {
  const { enrolmentId } = trainee
  const open = async <K extends Kind>(kind: K) =>
    (await activityForTrainee<K>(trainee, enrolmentId, ids[kind], kind))!
  const handed = await handInCaseStudy(trainee, await open('case-study'), { text: analysis.repeat(20) })
  const essay = { text: '活动方案。'.repeat(20), files: [] }
  const assignment = await handInAssignment(trainee, await open('assignment'), essay)
  if (handed.refused !== null || assignment.refused !== null) {
    throw new Error(`${handed.refused} ${assignment.refused}`)
  }
  const graded = await grade(mentor, (await submissionToGrade(mentor, assignment.submissionId))!, {
    mark: 80,
    comment: '',
  })
  if (graded.refused !== null) throw new Error(graded.refused)
  await releaseFirst(mateEnrolment, ids.practice)
  const signed = await signedPractice(mate, mateEnrolment, mentor, ids.practice)
  const practice = await open('practice')
  const { items } = practice.activity.config
  const notes = items.map((_, index) => ({
    item: index + 1,
    text: '三篇记录',
    files: index === 0 ? [photo('wall-plan.jpg')] : [],
  }))
  const noted = await saveNotes(trainee, practice, notes)
  if (noted.refused) throw new Error(noted.refused)
  const note = await db.practiceNote.findFirstOrThrow({ where: { enrolmentId }, orderBy: { id: 'desc' } })
  const { fileId } = await db.practiceEvidence.findFirstOrThrow({ where: { note: { enrolmentId } } })
  const attempt = await startAttempt(trainee, await open('quiz'))
  const opening = await openVideo(trainee, await open('video'))
  if ('refused' in attempt || 'refused' in opening) throw new Error('nothing was begun')
  return {
    submission: handed.submissionId,
    grade: graded.gradeId,
    signOff: signed,
    note: note.id,
    file: fileId,
    attempt: attempt.attemptId,
    opening: opening.openingId,
  }
}

async function releaseFirst(enrolmentId: string, activityId: string) {
  const { moduleId } = await db.activity.findUniqueOrThrow({ where: { id: activityId } })
  const release = { enrolmentId, moduleId, cause: 'week', occurredAt: now, recordedAt: now }
  await db.release.createMany({ data: [release], skipDuplicates: true })
}

async function signedPractice(mate: Someone, enrolmentId: string, mentor: Someone, activityId: string) {
  const activity = (await activityForTrainee(mate, enrolmentId, activityId, 'practice'))!
  const notes = activity.activity.config.items.map((_, index) => ({ item: index + 1, text: '三篇记录' }))
  await saveNotes(mate, activity, notes)
  const practice = (await practiceToSign(mentor, enrolmentId, activityId))!
  const signed = await signOff(mentor, practice, { mark: 88, comment: '' })
  if (signed.refused !== null) throw new Error(signed.refused)
  return signed.signOffId
}

/** A mark on the morning's roll, and leave that is asked for the afternoon. */
async function workshopFacts(
  day: WorkshopDay,
  trainee: Someone & { enrolmentId: string },
  mateEnrolment: string,
  mentor: Someone,
) {
  const { roll } = await calling({ ...day, mentor })
  const taken = await takeRoll(mentor, roll, [{ enrolmentId: mateEnrolment, mark: 'present' }])
  if ('refused' in taken) throw new Error(taken.refused)
  const own = (await ownSession(later(trainee, evening), trainee.enrolmentId, day.afternoon.id))!
  await askLeave(later(trainee, evening), own, '哺乳期')
  const leave = await db.leaveRequest.findFirstOrThrow({ where: { enrolmentId: trainee.enrolmentId } })
  return { entry: taken.entryIds[0]!, leave: leave.id }
}
