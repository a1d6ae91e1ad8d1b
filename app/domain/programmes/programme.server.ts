import type { Prisma } from '#generated/client/client'
import { parseConfig } from '~/activities/configs.schema'
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { CompletionRuleSchema } from '../completion/rule.schema'
import { newId } from '../ids.server'
import {
  type ActivityDraft,
  activityCondition,
  type ModuleDraft,
  moduleCondition,
  type ProgrammeDraft,
  refusalOfDraft,
} from './programme'

/**
 * Keeps a new programme with its first version, unpublished. Refuses ('empty', 'circle', 'past-the-end') a draft
 * without modules or activities, one whose parts wait for each other, and one that outlasts its weeks; throws on
 * a config or a rule that its schema does not read.
 */
export async function createProgramme(actor: Actor, ownerId: string, draft: ProgrammeDraft) {
  const refused = refusalOfDraft(draft)
  if (refused) return { refused } as const
  const rule = CompletionRuleSchema.parse(draft.rule)
  return inTransaction(async (tx) => {
    const by = actor.person?.id ?? null
    const programme = await tx.programme.create({
      data: { id: newId(), ownerId, track: draft.track, byId: by, recordedAt: actor.at },
    })
    const version = await tx.programmeVersion.create({
      data: {
        id: newId(),
        programmeId: programme.id,
        number: 1,
        title: draft.title,
        titleEn: draft.titleEn,
        weeks: draft.weeks,
        groupSizeMin: draft.groupSizeMin,
        groupSizeMax: draft.groupSizeMax,
        mentorTitle: draft.mentorTitle,
        organiser: draft.organiser,
        deliveredBy: draft.deliveredBy,
        certificateValidYears: draft.certificateValidYears,
        rule,
        recordedAt: actor.at,
      },
    })
    await createModules(tx, programme.id, version.id, draft.modules)
    await audit(tx, actor, {
      action: 'programme.create',
      subjectKind: 'programme',
      subjectId: programme.id,
      organisationId: ownerId,
      details: { title: draft.title },
    })
    return { refused: null, programmeId: programme.id, versionId: version.id }
  })
}

async function createModules(tx: Tx, programmeId: string, programmeVersionId: string, drafts: ModuleDraft[]) {
  const ids: string[] = []
  for (const [place, draft] of drafts.entries()) {
    const module = await tx.module.create({ data: { id: newId(), programmeId } })
    const version = await tx.moduleVersion.create({
      data: {
        id: newId(),
        moduleId: module.id,
        programmeVersionId,
        position: place + 1,
        title: draft.title,
        aim: draft.aim,
        opensWeek: draft.opensWeek,
        closesWeek: draft.closesWeek,
        release: moduleCondition(draft.opensWeek, draft.requires === null ? null : ids[draft.requires]!),
      },
    })
    ids.push(module.id)
    await createActivities(tx, module.id, version.id, draft.activities)
  }
}

async function createActivities(tx: Tx, moduleId: string, moduleVersionId: string, drafts: ActivityDraft[]) {
  const ids = drafts.map(() => newId())
  await tx.activity.createMany({
    data: drafts.map((draft, place) => ({ id: ids[place]!, moduleId, kind: draft.kind })),
  })
  await tx.activityVersion.createMany({
    data: drafts.map((draft, position) => ({
      id: newId(),
      activityId: ids[position]!,
      moduleVersionId,
      position,
      title: draft.title,
      required: draft.required,
      hours: draft.hours / 100,
      config: parseConfig(draft.kind, draft.config) as Prisma.InputJsonValue,
      after: activityCondition(draft.after.map((place) => ids[place]!)) ?? undefined,
    })),
  })
}

/** Publishes a version: from here on the database refuses to change it. Publishing again changes nothing. */
export async function publishVersion(actor: Actor, version: { id: string; programmeId: string }) {
  return inTransaction(async (tx) => {
    const { count } = await tx.programmeVersion.updateMany({
      where: { id: version.id, publishedAt: null },
      data: { publishedAt: actor.at, publishedById: actor.person?.id ?? null },
    })
    if (!count) return { published: false }
    await audit(tx, actor, {
      action: 'programme.publish',
      subjectKind: 'programme',
      subjectId: version.programmeId,
      details: { versionId: version.id },
    })
    return { published: true }
  })
}
