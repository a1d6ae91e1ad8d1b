// A cohort with an activity of each kind, on the morning of its workshop: for tests of trainees' and mentors' pages.
//   李娜    has begun nothing
//   王芳    has handed in all, and part of it is confirmed
//   古丽    has got her work back, and has an attempt at the quiz open
import { readFileSync } from 'node:fs'
import { handInAssignment } from '~/activities/assignment/assignment.server'
import { handInCaseStudy } from '~/activities/case-study/case-study.server'
import type { Kind } from '~/activities/kind'
import { joinLive } from '~/activities/live/live.server'
import { saveNotes } from '~/activities/practice/practice.server'
import { startAttempt, submitAttempt } from '~/activities/quiz/quiz.server'
import { markRead } from '~/activities/reading/reading.server'
import { answerSurvey } from '~/activities/survey/survey.server'
import { db, inTransaction } from '~/db.server'
import { systemActor } from '~/domain/actor'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { storeFile } from '~/domain/files/stored-file.server'
import { newId } from '~/domain/ids.server'
import { activityForTrainee } from '~/domain/learning/learning.access.server'
import { releaseDue } from '~/domain/learning/releases.server'
import { grade, returnWork } from '~/domain/mentoring/grading.server'
import { returnPractice } from '~/domain/mentoring/sign-off.server'
import { practiceToSign, submissionToGrade } from '~/domain/mentoring/work.access.server'
import { createVenue } from '~/domain/workshops/venues.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { openTopics, say } from './discussion-world'
import { type ActivitySketch, inWeek, learningWorld, managerOf, mentorOf, trainee } from './learning-world'

export const analysis =
  '我先连续三天在娃娃家旁边观察，发现孩子们反复做同样的事，缺的是新的情节，而不是新的玩具。'

const question = (id: string, stem: string) => ({ id, stem, why: '先看场地，再看幼儿。' })

function sketches(film: string): ActivitySketch[] {
  return [
    {
      kind: 'video',
      title: '课例观摩：会站的纸',
      config: { film, minutes: 1, minWatched: 0.9, noSkip: true },
    },
    { kind: 'reading', title: '观察记录怎么写', config: { text: '# 观察\n\n先看，再写。', minutes: 5 } },
    {
      kind: 'quiz',
      title: '模块一自测',
      config: {
        questions: [
          {
            ...question('q1', '户外活动前先做什么？'),
            type: 'single',
            options: ['查场地', '点名'],
            answer: 0,
          },
          {
            ...question('q2', '应检查哪些？'),
            type: 'multiple',
            options: ['器械', '着装', '天气'],
            answer: [0, 1],
          },
          { ...question('q3', '先看场地。'), type: 'truefalse', answer: true },
          { ...question('q4', '观察要写什么？'), type: 'blank', answers: ['事实'] },
          { ...question('q5', '先后次序？'), type: 'order', options: ['看', '记', '想'], answer: [0, 1, 2] },
        ],
        drawn: 5,
        attempts: 3,
        passMark: 60,
        minutes: null,
        shuffle: false,
      },
    },
    {
      kind: 'survey',
      title: '期中调查',
      config: {
        questions: [
          { id: 's1', type: 'scale', text: '对内容的满意程度', from: 1, to: 5 },
          { id: 's2', type: 'text', text: '还想学什么？' },
        ],
        anonymous: true,
      },
    },
    {
      kind: 'case-study',
      title: '案例研修：娃娃家里没有人',
      config: {
        text: '中班的娃娃家开学时很热闹，第三周起几乎没有孩子进去。',
        rubric: [
          { name: '分析有依据', points: 60 },
          { name: '策略可操作', points: 40 },
        ],
        minCharacters: 20,
        passMark: 60,
      },
    },
    {
      kind: 'assignment',
      title: '提交一份活动方案',
      config: {
        instructions: '写一份活动方案，附反思。',
        accepts: ['docx', 'pdf', 'text'],
        maxFiles: 2,
        maxMegabytes: 1,
        passMark: 60,
        resubmissions: 2,
      },
    },
    {
      kind: 'practice',
      title: '园本实践：观察一名幼儿',
      config: {
        instructions: '连续三天。',
        items: ['选定一名幼儿', '三篇记录'],
        evidence: ['text', 'photo'],
      },
    },
    { kind: 'live', title: '专家答疑', config: { description: '带上问题来。', minutes: 90, minMinutes: 60 } },
    { kind: 'discussion', title: '本地材料', config: { prompt: '说说你们班用什么材料。', minPosts: 2 } },
    {
      kind: 'workshop',
      title: '第一次面授',
      config: {
        description: '带上一份自己的观察记录。',
        venue: null,
        sessions: [
          { number: 1, title: '上午场', starts: '09:00', ends: '12:00' },
          { number: 2, title: '下午场', starts: '14:00', ends: '17:00' },
        ],
      },
    },
  ]
}

const rule = {
  completion: {
    kind: 'all',
    of: [
      { kind: 'modules', modules: null },
      { kind: 'hours', atLeast: 1800, type: null },
      { kind: 'attendance', share: 0.5, sessions: 2 },
      { kind: 'score', atLeast: 60, weights: [{ kind: 'quiz', weight: 1 }] },
    ],
  },
  distinction: { kind: 'full-attendance', sessions: 2 },
}

/** Saturday of the third week, five minutes into the workshop and the live session. */
export const workshopMorning = inWeek(3, 6, '09:05')

export async function pagesWorld() {
  const at = workshopMorning
  const film = await layFilm('standing-paper')
  const activities = sketches(film)
  const made = await learningWorld([
    { opensWeek: 1, closesWeek: 4, activities },
    {
      opensWeek: 9,
      closesWeek: 12,
      requires: 0,
      activities: [{ kind: 'reading', title: '家园共育', config: { text: '再读。', minutes: 5 } }],
    },
  ])
  const { cohort, group } = made
  await db.ruleVersion.create({
    data: {
      id: newId(),
      cohortId: cohort.id,
      number: 1,
      rule,
      occurredAt: inWeek(-1),
      recordedAt: inWeek(-1),
    },
  })
  const liNa = await trainee(made, '李娜')
  const wangFang = await trainee(made, '王芳')
  const guli = await trainee(made, '古丽·买买提')
  const mentor = await mentorOf(made, '周老师')
  const manager = await managerOf(made, '何静')
  const idOf = (kind: Kind) =>
    made.modules[0]!.activities[activities.findIndex((one) => one.kind === kind)]!.id
  const [, topicId] = await openTopics(group.id, [idOf('discussion')])
  const session = await layMeetings(manager, cohort.id, group.id, idOf)
  await releaseDue(systemActor(at, 'job'))
  const world = {
    ...made,
    at,
    liNa,
    wangFang,
    guli,
    mentor,
    manager,
    idOf,
    session,
    topicId: topicId!,
    locked: made.modules[1]!.activities[0]!.id,
  }
  await handInAll(world)
  await giveBack(world)
  await talk(world)
  return world
}

export type PagesWorld = Awaited<ReturnType<typeof pagesWorld>>
type Person = Awaited<ReturnType<typeof trainee>>

/** A film of ten seconds, as a file of each kind that a player takes. */
async function layFilm(name: string) {
  const slug = `${name}-${newId()}`
  const system = systemActor(inWeek(-1), 'command')
  await inTransaction(async (tx) => {
    const [mp4, webm] = await Promise.all(
      ['mp4', 'webm'].map((ending) =>
        storeFile(tx, system, {
          bytes: readFileSync(`tests/fixtures/films/${name}.${ending}`),
          name: `${name}.${ending}`,
          mediaType: `video/${ending}`,
        }),
      ),
    )
    const data = { id: newId(), slug, title: '会站的纸', seconds: 10, recordedAt: inWeek(-1) }
    await tx.film.create({ data: { ...data, mp4Id: mp4!.id, webmId: webm!.id } })
  })
  return slug
}

async function layMeetings(
  manager: Awaited<ReturnType<typeof managerOf>>,
  cohortId: string,
  groupId: string,
  idOf: (kind: Kind) => string,
) {
  const actor = manager.at(inWeek(1))
  const cohort = (await cohortToManage(actor, cohortId))!
  const venue = await createVenue(actor, cohort, {
    name: '大名县实验幼儿园',
    address: '大名镇',
    capacity: 40,
  })
  if ('refused' in venue) throw new Error(venue.refused)
  const turns = [{ venueId: venue.venueId, day: '2027-04-03', groupIds: [groupId] }]
  const set = await setWorkshop(actor, cohort, idOf('workshop'), { turns })
  if ('refused' in set) throw new Error(set.refused)
  await db.liveSession.create({
    data: {
      id: newId(),
      cohortId,
      activityId: idOf('live'),
      startsAt: inWeek(3, 6, '09:00'),
      endsAt: inWeek(3, 6, '10:30'),
      link: 'https://live.example/1',
      recordedAt: inWeek(1),
    },
  })
  return db.workshopSession.findFirstOrThrow({ where: { workshopId: set.workshopIds[0]!, number: 1 } })
}

async function handInAll(world: PagesWorld) {
  const { wangFang: person, mentor, at } = world
  const actor = person.at(at)
  await markRead(actor, await opened(world, person, 'reading'), true)
  await attempt(world, person, { q1: [0], q2: [0, 1], q3: true, q4: '事实' })
  await answerSurvey(actor, await opened(world, person, 'survey'), { s1: '5', s2: '绘本' })
  await handInCaseStudy(actor, await opened(world, person, 'case-study'), { text: analysis })
  await saveNotes(actor, await opened(world, person, 'practice'), [
    { item: 1, text: '选了一名男孩' },
    { item: 2, text: '三篇记录', files: [photo('reading-corner.jpg')] },
  ])
  await joinLive(actor, await opened(world, person, 'live'))
  await grade(mentor.at(at), await assignmentOf(world, person), { mark: 92, comment: '目标清楚。' })
}

async function talk({ at, group, topicId, wangFang, mentor }: PagesWorld) {
  await say(wangFang.at(at), group.id, topicId, '我们班用玉米皮，泡软以后孩子能编一整个上午。')
  await say(mentor.at(at), group.id, topicId, '玉米皮怎么防霉？请说说你们晒几天、放在哪里。')
}

async function giveBack(world: PagesWorld) {
  const { guli: person, mentor, at } = world
  const actor = person.at(at)
  const study = await handInCaseStudy(actor, await opened(world, person, 'case-study'), { text: analysis })
  if (study.refused) throw new Error(study.refused)
  const submission = (await submissionToGrade(mentor.at(at), study.submissionId))!
  await returnWork(mentor.at(at), submission, '请写明观察了几次。')
  await grade(mentor.at(at), await assignmentOf(world, person), { mark: 40, comment: '请补上反思。' })
  await saveNotes(actor, await opened(world, person, 'practice'), [
    { item: 1, text: '选了一名女孩' },
    { item: 2, text: '一篇记录' },
  ])
  const practice = (await practiceToSign(mentor.at(at), person.enrolment.id, world.idOf('practice')))!
  await returnPractice(mentor.at(at), practice, { comment: '还缺两篇。' })
  await attempt(world, person, {})
  await startAttempt(actor, await opened(world, person, 'quiz'))
}

async function attempt(world: PagesWorld, person: Person, answers: Parameters<typeof submitAttempt>[3]) {
  const actor = person.at(world.at)
  const quiz = await opened(world, person, 'quiz')
  const { attemptId } = await startAttempt(actor, quiz)
  await submitAttempt(actor, quiz, attemptId!, answers)
}

async function assignmentOf(world: PagesWorld, person: Person) {
  const text = '活动方案：会站的纸。'
  const actor = person.at(world.at)
  const done = await handInAssignment(actor, await opened(world, person, 'assignment'), { text, files: [] })
  if (done.refused) throw new Error(done.refused)
  return (await submissionToGrade(world.mentor.at(world.at), done.submissionId))!
}

async function opened<K extends Kind>(
  { at, idOf }: Pick<PagesWorld, 'at' | 'idOf'>,
  person: Person,
  kind: K,
) {
  const activity = await activityForTrainee<K>(person.at(at), person.enrolment.id, idOf(kind), kind)
  if (!activity) throw new Error(`${kind} is not open`)
  return activity
}

function photo(name: string) {
  return { name, bytes: new Uint8Array(readFileSync(`prisma/seed/content/photos/${name}`)) }
}
