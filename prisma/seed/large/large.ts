// npm run seed large: 28,000 people in cohorts that have ended, for whoever wants to see how pages bear it. Two files
// as they came (8,260 maths teachers in eight cohorts, 6,962 safety officers in one) and as many teachers more, made up,
// as that number asks for, in a cohort for each of the thirteen districts.
import { db } from '~/db.server'
import { hashPassword } from '~/domain/accounts/passwords.server'
import { random } from '~/domain/random.server'
import { seedOrganisations } from '../organisations'
import { filmLengths, layFilms, layProgramme, programmeSources } from '../programmes'
import type { Progress } from '../seed'
import { layStaff, type Staff, signInStaff } from '../staff'
import { acting, on, type Someone, type Stage, theSystem } from '../stage'
import { type Attendee, madeUpTeachers, mathsTeachers, type SchoolsOf, safetyOfficers } from './attendees'
import { weeksOf } from './calendar'
import { type CohortPlan, layCohort, type Sent } from './cohorts'
import { conclude } from './conclusion'
import type { Group } from './groups'
import { type District, layPlaces } from './places'
import { layStudy } from './study'
import { layTalk } from './talk'
import { layWorkshop, venueFor } from './workshops'

const PEOPLE = 28_000
const POSTS = 100_000
const MATHS_COHORTS = 8

/** How large; smaller for tests. `share` takes so much of each file. */
export type Sizes = { people: number; posts: number; share: number }

/** Lays it, and answers whom the sign-in page offers. */
export async function layLarge(
  stage: Stage,
  progress: Progress,
  { people, posts, share }: Sizes = { people: PEOPLE, posts: POSTS, share: 1 },
) {
  const before = stage.at(9 - 100, 1, '09:00')
  const codes = await on(before, () => seedOrganisations(theSystem(before)))
  const staff = await on(before, () => layStaff(before, codes))
  await signInStaff(staff, before, await hashPassword(random(18).toString('base64url')))
  const films = await on(before, () => layFilms(theSystem(before)))
  const sources = await programmeSources(films)
  const crowd = await crowdOf(before, codes, people, share)
  const maths = await on(before, () =>
    layProgramme(acting(staff.manager, before), codes.get('BJ-OU')!, 'maths-programme.json', sources),
  )
  const safety = await on(before, () =>
    layProgramme(acting(staff.safetyManager, before), codes.get('BJ-AJ')!, 'safety-programme.json', sources),
  )
  const plans = plansOf({ stage, codes, staff, crowd, maths, safety })
  const lengths = await filmLengths()
  let longest: Group | null = null
  for (const [place, plan] of plans.entries()) {
    progress(plan.title, place, plans.length)
    const cohort = await layCohort(plan)
    await layStudy(cohort, lengths)
    const venue = plan.programmeVersionId === maths.versionId ? maths.programme.venues[0]! : null
    if (venue) await layWorkshop(cohort, await venueFor(cohort, venue), venue.capacity)
    const long = place === MATHS_COHORTS - 1 ? cohort.groups[0]! : null
    await layTalk(cohort, long, long ? posts : 0)
    await conclude(cohort)
    longest = long ?? longest
  }
  await db.$executeRaw`analyze`
  progress('', plans.length, plans.length)
  return signingIn(staff, longest!)
}

type Crowd = {
  districts: Map<string, District>
  teachers: Attendee[]
  officers: Attendee[]
  madeUp: Attendee[]
}

async function crowdOf(
  at: Date,
  codes: ReadonlyMap<string, string>,
  people: number,
  share: number,
): Promise<Crowd> {
  const some = (all: Attendee[]) => all.filter((_, place) => (place * share) % 1 < share)
  const teachers = some(await mathsTeachers())
  const officers = some(await safetyOfficers())
  const districts = await layPlaces(at, codes, teachers, officers)
  const schools = [...districts].flatMap(
    ([name, { code, schools: there }]): SchoolsOf =>
      there.size ? [[name, { code, units: [...there.keys()] }]] : [],
  )
  const taken = new Set([...teachers, ...officers].map((one) => one.number))
  const madeUp = madeUpTeachers(people - teachers.length - officers.length, schools, taken)
  return { districts, teachers, officers, madeUp }
}

type Programme = Awaited<ReturnType<typeof layProgramme>>
type Planning = {
  stage: Stage
  codes: ReadonlyMap<string, string>
  staff: Staff
  crowd: Crowd
  maths: Programme
  safety: Programme
}

function plansOf({ stage, codes, staff, crowd, maths, safety }: Planning): CohortPlan[] {
  const { districts, teachers, officers, madeUp } = crowd
  const schooled = (one: Attendee): Sent => {
    const { bureauId, schools } = districts.get(one.district)!
    return { ...one, sentById: schools.get(one.unit)!, quotaOf: bureauId }
  }
  const course = {
    programmeVersionId: maths.versionId,
    runById: codes.get('BJ-OU')!,
    manager: { ...staff.manager, telephone: '19900010102' },
    groupSize: [maths.programme.groupSizeMin, maths.programme.groupSizeMax] as [number, number],
  }
  const inCity = Array.from({ length: MATHS_COHORTS }, (_, place): CohortPlan => {
    const weeks = weeksOf(stage, 12 + (MATHS_COHORTS - 1 - place) * 9, maths.programme.weeks)
    const people = teachers.filter((_, n) => n % MATHS_COHORTS === place).map(schooled)
    return { ...course, title: `第 ${place + 1} 期`, heldForId: codes.get('110000')!, weeks, people }
  })
  const inDistricts = [...districts].flatMap(([name, { bureauId }]): CohortPlan[] => {
    const people = madeUp.filter((one) => one.district === name).map(schooled)
    const weeks = weeksOf(stage, 24, maths.programme.weeks)
    return people.length ? [{ ...course, title: `${name}专场`, heldForId: bureauId, weeks, people }] : []
  })
  const officersOf: CohortPlan = {
    title: '全市第一期',
    programmeVersionId: safety.versionId,
    runById: codes.get('BJ-AJ')!,
    heldForId: codes.get('BJ-AJ')!,
    weeks: weeksOf(stage, 16, safety.programme.weeks),
    groupSize: [safety.programme.groupSizeMin, safety.programme.groupSizeMax],
    manager: { ...staff.safetyManager, telephone: '19900010105' },
    people: officers.map((one) => {
      const { agencyId } = districts.get(one.district)!
      return { ...one, sentById: agencyId, quotaOf: agencyId }
    }),
  }
  return [...inCity, ...inDistricts, officersOf]
}

function signingIn(staff: Staff, { name, mentor, members }: Group) {
  const trainee = members.find((one) => one.pace === 'whole')!.person
  const note = (zh: string, en: string) => ({ 'zh-CN': zh, en })
  const of = ({ id: personId, name: called }: Someone) => ({ personId, name: called })
  return [
    {
      ...of(staff.manager),
      role: 'manager',
      note: note('北京开放大学社会教育学院', 'Runs the cohorts of teachers'),
    },
    {
      ...of(staff.safetyManager),
      role: 'manager',
      note: note('北京市安全生产监督管理局', 'Runs the safety officers'),
    },
    { ...of(mentor), role: 'mentor', note: note(`${name}，十万条帖子`, 'A topic of 100,000 posts') },
    { ...of(trainee), role: 'trainee', note: note(`${name}，十万条帖子`, 'A topic of 100,000 posts') },
    { ...of(staff.otherOfficer), role: 'bureau-officer', note: note('密云区教育委员会', 'Miyun District') },
    { ...of(staff.administrator), role: 'administrator', note: note('全平台', 'The whole site') },
  ]
}
