// Who may open which page, and who may send which form: one line for each. Whoever is not named gets what an id that
// does not exist gets, and changes nothing. Lines of one area stand together, in the order of app/routes.ts.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { paths } from '~/paths'
import { get, type Line, post } from './line'
import { type Ids, type Who, whoever } from './world'

const everybody = whoever
const signedIn: Who[] = whoever.filter((who) => who !== 'nobody')
const administrators: Who[] = ['administrator', 'administrator with a reason']
const trainee: Who[] = ['trainee']
// An administrator who opened the cohort with a reason comes in by the manager's door, but judges nobody.
const managers: Who[] = ['manager', 'administrator with a reason']
const guides: Who[] = ['mentor', ...managers]
const mentor: Who[] = ['mentor']
const judges: Who[] = ['mentor', 'manager']
const mentors: Who[] = ['mentor', 'mentor elsewhere']
const allManagers: Who[] = ['manager', 'manager elsewhere']
const officers: Who[] = ['bureau', 'bureau elsewhere']

const area = { otherwise: 'forbidden' } as const
const formKey = () => randomUUID()

function upload(field: string, name: string, bytes: Uint8Array, fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set(field, new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
  return form
}

const doors: Line[] = [
  get('root', () => paths.verify(), everybody),
  get('routes/home/route', () => paths.home(), signedIn),
  get('routes/today-door/route', () => '/today', signedIn),
  get('routes/language/route', () => paths.language(), everybody),
  post(
    'routes/language/route',
    () => paths.language(),
    everybody,
    () => ({ lang: 'zh-CN', to: '/' }),
  ),
  post(
    'routes/language/route stay',
    () => paths.language(),
    everybody,
    () => ({ lang: 'zh-CN', stay: 'on' }),
  ),
  get('routes/sign-in/route', () => paths.signIn(), everybody),
  post(
    'routes/sign-in/route',
    () => paths.signIn(),
    everybody,
    () => ({ name: randomUUID(), password: 'x' }),
  ),
  get('routes/sign-out/route', () => paths.signOut(), everybody),
  post(
    'routes/sign-out/route',
    () => paths.signOut(),
    everybody,
    () => ({}),
    { ends: true },
  ),
  get('routes/first-sign-in/route', () => paths.firstSignIn(), everybody),
  post(
    'routes/first-sign-in/route',
    () => paths.firstSignIn(),
    everybody,
    () => ({ code: '23456789AB' }),
  ),
  post(
    'routes/first-sign-in/route password',
    () => paths.firstSignIn(),
    everybody,
    () => ({
      step: 'password',
      code: '23456789AB',
      password: '一个好密码 42',
      passwordAgain: '一个好密码 42',
    }),
  ),
  post(
    'routes/first-sign-in/route consent',
    () => paths.firstSignIn(),
    signedIn,
    () => ({
      step: 'consent',
      version: 'another',
      agreed: 'on',
    }),
  ),
  post(
    'routes/first-sign-in/route details',
    () => paths.firstSignIn(),
    everybody,
    () => ({ step: 'details' }),
  ),
  post(
    'routes/first-sign-in/route doubt',
    () => paths.firstSignIn(),
    signedIn,
    () => ({
      step: 'doubt',
      message: '名字写错了',
    }),
  ),
  get('routes/verify/route', () => paths.verify(), everybody),
  post(
    'routes/verify/route',
    () => paths.verifyNumber('2026-1'),
    [],
    () => ({}),
    {
      otherwise: 'missing to all',
    },
  ),
  get('routes/missing/route', () => '/nowhere', [], { otherwise: 'missing to all' }),
  post(
    'routes/missing/route',
    () => '/nowhere',
    [],
    () => ({}),
    { otherwise: 'missing to all' },
  ),
]

const learning: Line[] = [
  get('routes/trainee/route', (ids) => paths.outline(ids.enrolment), trainee),
  get('routes/study-completion/route', (ids) => paths.ownCompletion(ids.enrolment), trainee),
  get('routes/outline/route', (ids) => paths.outline(ids.enrolment), trainee),
  get('routes/today/route', (ids) => paths.today(ids.enrolment), trainee),
  get('routes/record/route', (ids) => paths.me(ids.enrolment), trainee),
  get('routes/workshops/route', (ids) => paths.workshops(ids.enrolment), trainee),
  post(
    'routes/workshops/route check-in',
    (ids) => paths.workshops(ids.enrolment),
    trainee,
    () => ({
      code: '234567',
    }),
  ),
  post(
    'routes/workshops/route leave',
    (ids) => paths.workshops(ids.enrolment),
    trainee,
    (ids) => ({
      sessionId: ids.afternoon,
      reason: '哺乳期',
    }),
  ),
  get('routes/activity/route', (ids) => paths.activity(ids.enrolment, ids.reading), trainee),
  get('routes/activity-door/route', (ids) => paths.activity(ids.enrolment, ids.reading), trainee),
  get('activities/video/trainee', (ids) => paths.activityOf(ids.enrolment, ids.video, 'video'), trainee),
  get(
    'activities/reading/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.reading, 'reading'),
    trainee,
  ),
  get('activities/quiz/trainee', (ids) => paths.activityOf(ids.enrolment, ids.quiz, 'quiz'), trainee),
  get('activities/survey/trainee', (ids) => paths.activityOf(ids.enrolment, ids.survey, 'survey'), trainee),
  get(
    'activities/case-study/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids['case-study'], 'case-study'),
    trainee,
  ),
  get(
    'activities/assignment/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.assignment, 'assignment'),
    trainee,
  ),
  get(
    'activities/practice/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.practice, 'practice'),
    trainee,
  ),
  get('activities/live/trainee', (ids) => paths.activityOf(ids.enrolment, ids.live, 'live'), trainee),
  get(
    'activities/discussion/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.discussion, 'discussion'),
    trainee,
  ),
  get(
    'activities/workshop/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.workshop, 'workshop'),
    trainee,
  ),
  post(
    'activities/reading/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.reading, 'reading'),
    trainee,
    () => ({
      end: 'reached',
    }),
  ),
  post('activities/quiz/trainee start', (ids) => paths.activityOf(ids.enrolment, ids.quiz, 'quiz'), trainee),
  post(
    'activities/quiz/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.quiz, 'quiz'),
    trainee,
    (ids) => ({
      attempt: ids.attempt,
      to: '2',
    }),
  ),
  post(
    'activities/quiz/trainee save',
    (ids) => paths.activityOf(ids.enrolment, ids.quiz, 'quiz'),
    trainee,
    (ids) => ({
      attempt: ids.attempt,
    }),
  ),
  post(
    'activities/quiz/trainee submit',
    (ids) => paths.activityOf(ids.enrolment, ids.quiz, 'quiz'),
    trainee,
    (ids) => ({
      attempt: ids.attempt,
    }),
  ),
  post(
    'activities/survey/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.survey, 'survey'),
    trainee,
    () => Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`q${index + 1}`, '5'])),
  ),
  post(
    'activities/case-study/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids['case-study'], 'case-study'),
    trainee,
    () => ({ text: '再想一想'.repeat(100), formKey: formKey() }),
  ),
  post(
    'activities/assignment/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.assignment, 'assignment'),
    trainee,
    () => upload('files', '方案.pdf', Buffer.from('%PDF-1.7 方案'), { text: '', formKey: formKey() }),
  ),
  post(
    'activities/practice/trainee',
    (ids) => paths.activityOf(ids.enrolment, ids.practice, 'practice'),
    trainee,
    () =>
      upload('files-1', '墙面.jpg', readFileSync('prisma/seed/content/photos/wall-plan.jpg'), {
        item: '1',
        text: '又一篇记录',
        formKey: formKey(),
      }),
  ),
  post('activities/live/trainee', (ids) => paths.activityOf(ids.enrolment, ids.live, 'live'), trainee),
  post('activities/video/playing open', (ids) => paths.playing(ids.enrolment, ids.video), trainee),
  post(
    'activities/video/playing report',
    (ids) => paths.playing(ids.enrolment, ids.video),
    trainee,
    (ids) => ({
      openingId: ids.opening,
      played: '[[0,5]]',
      speed: '1',
      positionSeconds: '5',
    }),
  ),
  // Whoever works with films may look at them: managers, administrators, and mentors of a cohort that has them.
  get('routes/film/route', (ids) => paths.film(ids.film, 'mp4'), [
    ...administrators,
    ...allManagers,
    ...mentors,
    ...trainee,
  ]),
  get('routes/file/route', (ids) => paths.file(ids.file), [...trainee, ...guides]),
]

const said = () => ({ formKey: formKey(), text: '收到' })

function talk(route: string, at: Line['at'], mine: Who[], guiding: Who[], own: (ids: Ids) => string): Line[] {
  return [
    post(`${route} post`, at, mine, said),
    post(`${route} hide`, at, guiding, (ids) => ({ ...said(), postId: ids.post, reason: '与主题无关' })),
    post(`${route} delete`, at, mine, (ids) => ({ ...said(), postId: own(ids) })),
    post(`${route} open-topic`, at, guiding, () => ({ ...said(), title: '新话题', prompt: '说说' })),
  ]
}

const byEnrolment: [string, Line['at']][] = [
  ['group', (ids) => paths.group(ids.enrolment)],
  ['group-topic', (ids) => paths.groupTopic(ids.enrolment, ids.topic)],
]
const byGroup: [string, Line['at']][] = [
  ['mentored-group', (ids) => paths.mentoredGroup(ids.group)],
  ['mentored-topic', (ids) => paths.mentoredTopic(ids.group, ids.topic)],
]

// A group is opened by one's own enrolment, or by itself for those who guide it; whoever manages looks, and says nothing.
const talking: Line[] = [
  ...byEnrolment.flatMap(([route, at]) => [
    get(route, at, trainee),
    ...talk(route, at, trainee, [], (ids) => ids.ownPost),
    post(`${route} restore`, at, trainee, (ids) => ({ ...said(), postId: ids.deletedPost })),
  ]),
  ...byGroup.flatMap(([route, at]) => [
    get(route, at, guides),
    ...talk(route, at, mentor, mentor, (ids) => ids.mentorPost),
    post(`${route} restore`, at, mentor, (ids) => ({ ...said(), postId: ids.hiddenPost })),
  ]),
]

const cohort = (ids: Ids) => paths.cohort(ids.cohort)
const groups = (ids: Ids) => paths.cohortGroups(ids.cohort)
const leaver = (ids: Ids) => paths.enrolment(ids.cohort, ids.leaver)
const completion = (ids: Ids) => paths.cohortCompletion(ids.cohort)
const deciding = (ids: Ids) => paths.decide(ids.cohort, 'completed')
const issuing = (ids: Ids) => paths.issueCertificates(ids.cohort)
const reporting = (ids: Ids) => paths.issueReport(ids.cohort, ids.heldFor)
const workshops = (ids: Ids) => paths.cohortWorkshops(ids.cohort)
const toCheck = (ids: Ids) => paths.toCheck(ids.cohort)
const live = (ids: Ids) => paths.cohortLive(ids.cohort)

const managing: Line[] = [
  get('routes/staff/route', () => paths.account(), signedIn),
  get('routes/cohorts/route', () => paths.cohorts(), [...allManagers, ...administrators], area),
  get('routes/cohort-new/route', () => paths.newCohort(), [...allManagers, ...administrators], area),
  post(
    'routes/cohort-new/route',
    () => paths.newCohort(),
    [...allManagers, ...administrators],
    (ids) => ({
      programmeVersionId: ids.programmeVersion,
      runById: ids.runBy,
      heldForId: ids.heldFor,
      title: '第二期',
      startsOn: '2027-03-01',
      endsOn: '2027-06-27',
      groupSizeMin: '12',
      groupSizeMax: '18',
      contactName: '周敏',
      contactTelephone: '19900009999',
      contactHours: '工作日',
    }),
  ),
  get('routes/cohort/route', cohort, managers),
  get('routes/cohort-settings/route', (ids) => paths.cohortSettings(ids.cohort), managers),
  post(
    'routes/cohort-settings/route',
    (ids) => paths.cohortSettings(ids.cohort),
    managers,
    () => ({
      title: '2026 年第一期（大名）',
      startsOn: '2026-09-07',
      endsOn: '2027-01-03',
      groupSizeMin: '12',
      groupSizeMax: '18',
      contactName: '周敏',
      contactTelephone: '19900009999',
      contactHours: '工作日',
    }),
  ),
  get('routes/cohort-quotas/route', (ids) => paths.quotas(ids.cohort), managers),
  post(
    'routes/cohort-quotas/route',
    (ids) => paths.quotas(ids.cohort),
    managers,
    (ids) => ({
      [`seats-${ids.heldFor}`]: '400',
    }),
  ),
  get('routes/cohort-roster/route', (ids) => paths.roster(ids.cohort), managers),
  post(
    'routes/cohort-roster/route',
    (ids) => paths.roster(ids.cohort),
    managers,
    () => upload('roster', '名单.xlsx', readFileSync('tests/fixtures/daming-roster-with-mistakes.xlsx')),
  ),
  get('routes/cohort-import/route', (ids) => paths.rosterImport(ids.cohort, ids.roster), managers),
  get('routes/cohort-marked/route', (ids) => paths.markedRoster(ids.cohort, ids.roster), managers),
  post('routes/cohort-import/route columns', (ids) => paths.rosterImport(ids.cohort, ids.roster), managers),
  post('routes/cohort-import/route', (ids) => paths.rosterImport(ids.cohort, ids.roster), managers),
  get('routes/cohort-slips/route', (ids) => paths.slips(ids.cohort), managers),
  get('routes/cohort-to-check/route', toCheck, managers),
  post('routes/cohort-to-check/route enrol', toCheck, managers, (ids) => ({
    row: ids.waitingRow,
    number: '1',
  })),
  post('routes/cohort-to-check/route drop', toCheck, managers, (ids) => ({ row: ids.waitingRow })),
  post('routes/cohort-to-check/route take-up', toCheck, managers, (ids) => ({ row: ids.waitingRow })),
  post('routes/cohort-to-check/route name', toCheck, managers, () => ({ doubt: randomUUID(), name: '李娜' })),
  post('routes/cohort-to-check/route number', toCheck, managers, () => ({
    doubt: randomUUID(),
    number: '130425198503071028',
  })),
  post('routes/cohort-to-check/route settled', toCheck, managers, () => ({ doubt: randomUUID() })),
  get('routes/cohort-people/route', (ids) => paths.cohortPeople(ids.cohort), managers),
  // Mentors mark the minutes of their own groups.
  get('routes/cohort-live/route', live, [...mentors, ...managers]),
  post('routes/cohort-live/route set', live, managers, (ids) => ({
    activityId: ids.live,
    day: '2026-09-26',
    from: '09:00',
    until: '10:00',
    link: 'https://live.example/2',
  })),
  post('routes/cohort-live/route mark', live, [...mentors, ...managers], (ids) => ({
    activityId: ids.live,
    [`minutes.${ids.enrolment}`]: '45',
  })),
  get('routes/cohort-groups/route', groups, managers),
  post('routes/cohort-groups/route propose', groups, managers),
  post('routes/cohort-groups/route confirm', groups, managers),
  post('routes/cohort-groups/route move', groups, managers, (ids) => ({
    enrolmentId: ids.mover,
    to: ids.otherGroup,
    reads: 'joining',
  })),
  post('routes/cohort-groups/route mentor', groups, managers, (ids) => ({
    group: ids.group,
    personId: ids.newMentor,
  })),
  post('routes/cohort-groups/route end-mentor', groups, managers, (ids) => ({
    group: ids.group,
    personId: ids.thirdMentor,
  })),
  post('routes/cohort-groups/route add-mentor', groups, managers, (ids) => ({
    group: ids.group,
    name: '何长青',
    telephone: '19900008888',
  })),
  get('routes/cohort-workshops/route', workshops, managers),
  post('routes/cohort-workshops/route set', workshops, managers, (ids) => ({
    activityId: ids.workshop,
    'turns[0].venueId': ids.venue,
    'turns[0].day': '2026-09-26',
    'groups[0].groupId': ids.group,
    'groups[0].turn': '1',
    'groups[1].groupId': ids.otherGroup,
    'groups[1].turn': '1',
  })),
  post('routes/cohort-workshops/route venue', workshops, managers, () => ({
    name: '新教室',
    address: '大名县城',
    capacity: '80',
  })),
  get('routes/enrolment/route', leaver, managers),
  post('routes/enrolment/route concession', leaver, managers, (ids) => ({
    kind: 'attempt',
    activityId: ids.quiz,
    reason: '病假',
    formKey: formKey(),
  })),
  post('routes/enrolment/route decide', leaver, managers),
  post('routes/enrolment/route not-completed', leaver, managers),
  post('routes/enrolment/route issue', leaver, managers),
  post('routes/enrolment/route withdraw', leaver, managers, () => ({ reason: '调离' })),
  post('routes/enrolment/route reinstate', leaver, managers, () => ({ reason: '调回' })),
  get('routes/cohort-completion/route', completion, managers),
  post('routes/cohort-completion/route format', completion, managers, () => ({
    format: '冀邯大名〔{year}〕教培结字第 {n} 号',
  })),
  get('routes/cohort-decide/route', deciding, managers),
  post('routes/cohort-decide/route', deciding, managers, () => ({ shown: 'what was' })),
  get('routes/cohort-issue/route', issuing, managers),
  post('routes/cohort-issue/route', issuing, managers, () => ({ shown: 'what was' })),
  get('routes/cohort-report/route', reporting, managers),
  post('routes/cohort-report/route', reporting, managers, () => ({ shown: 'what was' })),
  get('routes/programmes/route', () => paths.programmes(), [...allManagers, ...administrators], area),
  get('routes/programme/route', (ids) => paths.programme(ids.programme), ['manager']),
  get('routes/certificates/route', () => paths.certificates(), [...allManagers, ...administrators], area),
  get('routes/certificate-file/route', (ids) => paths.certificate(ids.certificate), [
    ...trainee,
    ...managers,
    'bureau',
  ]),
  post('routes/enrolment/route revoke', leaver, managers, (ids) => ({
    certificateId: ids.certificate,
    reason: '查看',
  })),
  get('routes/reports/route', () => paths.reports(), [...allManagers, ...administrators], area),
  get('routes/report-file/route', (ids) => paths.reportFile(ids.report, 'xlsx'), [...managers, 'bureau']),
  get('routes/bureau/route', () => paths.bureau(), officers, area),
  get('routes/bureau-reports/route', () => paths.bureauReports(), officers, area),
]

const roll = (ids: Ids) => paths.roll(ids.session, ids.group)
const judging: Who[] = [...mentors, ...allManagers]

const mentoring: Line[] = [
  get('routes/mentoring/route', () => paths.mentoring(), mentors, area),
  get('routes/mentored-trainee/route', (ids) => paths.mentoredTrainee(ids.enrolment), guides),
  get('routes/rolls/route', () => paths.rolls(), [...mentors, ...allManagers, ...administrators], area),
  get('routes/roll/route', roll, guides),
  get('routes/roll-sheet/route', (ids) => paths.rollSheet(ids.session, ids.group), guides),
  post('routes/roll/route mark', roll, guides, (ids) => ({ enrolmentId: ids.enrolment, mark: 'late' })),
  post('routes/roll/route save', roll, guides, (ids) => ({
    'marks[0].enrolmentId': ids.enrolment,
    'marks[0].mark': 'present',
  })),
  post('routes/roll/route rest', roll, guides),
  post('routes/roll/route undo', roll, guides, (ids) => ({ 'entryIds[0]': ids.entry })),
  post(
    'routes/roll/route leave',
    (ids) => paths.roll(ids.afternoon, ids.group),
    guides,
    (ids) => ({
      leaveId: ids.leave,
      granted: 'yes',
    }),
  ),
  // The screen is that of a session, which both groups attend.
  get('routes/check-in/route', (ids) => paths.checkInScreen(ids.session), [...mentors, ...managers]),
  post('routes/check-in/route', (ids) => paths.checkInScreen(ids.session), [...mentors, ...managers]),
  get('routes/sign-offs/route', () => paths.signOffs(), judging, area),
  post(
    'routes/sign-offs/route sign',
    () => paths.signOffs(),
    judges,
    (ids) => ({
      enrolment: ids.enrolment,
      activity: ids.practice,
      seen: ids.note,
      mark: '88',
    }),
  ),
  post(
    'routes/sign-offs/route return',
    () => paths.signOffs(),
    judges,
    (ids) => ({
      enrolment: ids.enrolment,
      activity: ids.practice,
      seen: ids.note,
      comment: '请补充',
    }),
  ),
  post(
    'routes/sign-offs/route undo',
    () => paths.signOffs(),
    judges,
    (ids) => ({ id: ids.signOff }),
  ),
  get('routes/grading/route', () => paths.grading(), judging, area),
  post(
    'routes/grading/route grade',
    () => paths.grading(),
    judges,
    (ids) => ({
      submission: ids.submission,
      'points[0]': '10',
      'points[1]': '10',
      'points[2]': '10',
    }),
  ),
  post(
    'routes/grading/route return',
    () => paths.grading(),
    judges,
    (ids) => ({
      submission: ids.submission,
      comment: '请补充',
    }),
  ),
  post(
    'routes/grading/route undo',
    () => paths.grading(),
    judges,
    (ids) => ({ id: ids.grade }),
  ),
]

const person = (ids: Ids) => paths.person(ids.stranger)
const organisation = (ids: Ids) => paths.organisation(ids.spareOrganisation)

const accounts: Line[] = [
  get('routes/account/route', () => paths.account(), signedIn),
  post('routes/account/route', () => paths.account(), signedIn),
  post(
    'routes/account/route session',
    () => paths.account(),
    signedIn,
    () => ({ session: 'of-nobody' }),
  ),
  post(
    'routes/account/route message',
    () => paths.account(),
    signedIn,
    () => ({ message: '名字写错了' }),
  ),
  get('routes/new-code/route', (ids) => paths.newCode(ids.leaverPerson), ['administrator', ...guides]),
  post('routes/new-code/route', (ids) => paths.newCode(ids.leaverPerson), ['administrator', ...guides]),
  get('routes/admin-organisations/route', () => paths.organisations(), administrators, area),
  post(
    'routes/admin-organisations/route',
    () => paths.organisations(),
    administrators,
    () => ({ code: randomUUID(), name: '新机构', kind: 'unit' }),
  ),
  get('routes/admin-organisation/route', organisation, administrators, area),
  post('routes/admin-organisation/route name', organisation, administrators, () => ({ otherName: '旧名' })),
  post('routes/admin-organisation/route contact', organisation, administrators, () => ({
    contactName: '办公室',
    contactTelephone: '0310-6562000',
    contactHours: '工作日',
  })),
  post('routes/admin-organisation/route move', organisation, administrators, () => ({ parentCode: '' })),
  get('routes/admin-people/route', () => paths.people(), administrators, area),
  post(
    'routes/admin-people/route',
    () => paths.people(),
    administrators,
    () => ({ name: '新人', telephone: '19900007777' }),
  ),
  get('routes/admin-person/route', person, administrators, area),
  post('routes/admin-person/route grant', person, administrators, () => ({
    role: 'administrator',
    organisation: '',
  })),
  post('routes/admin-person/route end', person, administrators, (ids) => ({ grant: ids.strangerGrant })),
  post('routes/admin-person/route sessions', person, administrators, () => ({})),
  post('routes/admin-person/route name', person, administrators, () => ({ name: '吴明' })),
  post('routes/admin-person/route number', person, administrators, () => ({ number: '130425198503071028' })),
  post('routes/admin-person/route unmask', person, administrators, () => ({ reason: '查看' })),
  post('routes/admin-person/route doubt', person, administrators, () => ({ doubt: randomUUID() })),
  get('routes/admin-cohorts/route', () => paths.openCohorts(), administrators, area),
  post(
    'routes/admin-cohorts/route',
    () => paths.openCohorts(),
    ['administrator with a reason', 'administrator'],
    (ids) => ({ cohort: ids.cohortElsewhere, reason: '查看' }),
  ),
  get('routes/admin-audit/route', () => paths.audit(), administrators, area),
]

export const pages: Line[] = [...doors, ...learning, ...talking, ...managing, ...mentoring, ...accounts]
