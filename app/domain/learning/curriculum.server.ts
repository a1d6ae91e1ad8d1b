import { parseConfig } from '~/activities/configs.schema'
import { isKind } from '~/activities/kinds'
import { db, type Tx } from '~/db.server'
import type { Curriculum, CurriculumActivity, CurriculumModule } from './curriculum'
import { hundredthsOf } from './ledger'
import type { Condition } from './release'
import { AfterSchema, ReleaseConditionsSchema } from './release.schema'

const KEPT = 200

// Published versions do not change, so a node may keep what it has read of them; lost memory is read anew.
const curricula = new Map<string, Curriculum>()
const conditions = new Map<string, ReadonlyMap<string, Condition | null>>()

/** What a programme version teaches. A draft is read anew each time. */
export async function curriculumOf(
  programmeVersionId: string,
  reader: Tx | typeof db = db,
): Promise<Curriculum> {
  const known = curricula.get(programmeVersionId)
  if (known) return known
  const { curriculum, published } = await readCurriculum(programmeVersionId, reader)
  if (published) keep(curricula, programmeVersionId, curriculum)
  return curriculum
}

/** The conditions of a cohort's ReleaseVersion, by module. */
export async function releaseConditionsOf(releaseVersionId: string, reader: Tx | typeof db = db) {
  const known = conditions.get(releaseVersionId)
  if (known) return known
  const version = await reader.releaseVersion.findUniqueOrThrow({ where: { id: releaseVersionId } })
  const read = new Map(Object.entries(ReleaseConditionsSchema.parse(version.conditions)))
  keep(conditions, releaseVersionId, read)
  return read
}

async function readCurriculum(id: string, reader: Tx | typeof db) {
  const version = await reader.programmeVersion.findUniqueOrThrow({
    where: { id },
    include: {
      programme: true,
      modules: {
        orderBy: { position: 'asc' },
        include: { activities: { orderBy: { position: 'asc' }, include: { activity: true } } },
      },
    },
  })
  const modules: CurriculumModule[] = version.modules.map((one) => {
    const activities = one.activities.map((row) => activityOf(one.moduleId, row))
    const { moduleId, position, title, aim, opensWeek, closesWeek } = one
    const hours = activities.reduce((sum, activity) => sum + activity.hours, 0)
    return { id: moduleId, position, title, aim, opensWeek, closesWeek, hours, activities }
  })
  const { programmeId, title, titleEn, weeks, mentorTitle } = version
  const curriculum: Curriculum = {
    versionId: id,
    programmeId,
    title,
    titleEn,
    track: version.programme.track,
    weeks,
    mentorTitle,
    modules,
    activities: new Map(modules.flatMap((one) => one.activities.map((activity) => [activity.id, activity]))),
    required: new Map(modules.map((one) => [one.id, idsOf(one.activities.filter((each) => each.required))])),
  }
  return { curriculum, published: version.publishedAt !== null }
}

type Row = {
  id: string
  activityId: string
  title: string
  required: boolean
  hours: { toString(): string }
  config: unknown
  after: unknown
  activity: { kind: string }
}

function activityOf(moduleId: string, row: Row): CurriculumActivity {
  const { kind } = row.activity
  if (!isKind(kind)) throw new Error(`Activity ${row.activityId} is of a kind that does not exist: ${kind}`)
  return {
    id: row.activityId,
    versionId: row.id,
    moduleId,
    kind,
    title: row.title,
    required: row.required,
    hours: hundredthsOf(row.hours.toString()),
    config: parseConfig(kind, row.config),
    after: AfterSchema.parse(row.after),
  } as CurriculumActivity
}

function idsOf(activities: CurriculumActivity[]) {
  return activities.map((activity) => activity.id)
}

function keep<T>(kept: Map<string, T>, id: string, value: T) {
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(id, value)
}
