import type { Kind } from '~/activities/kind'
import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import type { Actor } from '../actor'
import { hasBegun, howFarOf } from '../learning/activity-state'
import { shownHours } from '../learning/ledger'
import { deadlineFor } from '../learning/study'
import type { GuidedStudy } from './guided.access.server'

/** One trainee's story for whoever guides them: who they are, where they stand module by module, and what was judged. */
export async function storyOf(actor: Actor, study: GuidedStudy) {
  const { enrolmentId } = study
  const [enrolment, judged] = await Promise.all([
    db.enrolment.findUniqueOrThrow({
      where: { id: enrolmentId },
      include: {
        person: { select: { name: true, telephone: true } },
        sentBy: { select: { name: true } },
        memberships: { where: inForce(actor.at), include: { group: { select: { name: true } } }, take: 1 },
      },
    }),
    judgementsOf(enrolmentId),
  ])
  return {
    enrolmentId,
    personId: enrolment.personId,
    name: enrolment.person.name,
    telephone: enrolment.person.telephone,
    unit: enrolment.sentBy.name,
    position: enrolment.position,
    group: enrolment.memberships[0]?.group.name ?? null,
    withdrawn: study.withdrawn,
    cohort: study.cohort.title,
    modules: study.curriculum.modules.map((module) => ({
      id: module.id,
      title: module.title,
      activities: module.activities.map((activity) => {
        const outcome = study.outcomes.get(activity.id)
        const judgement = judged.get(activity.id)
        const over = activity.required && deadlineFor(study, activity).dueAt <= actor.at
        return {
          id: activity.id,
          kind: activity.kind as Kind,
          title: activity.title,
          required: activity.required,
          hours: shownHours(activity.hours),
          state: stateOf(outcome, { kind: activity.kind, over, begun: hasBegun(study, activity) }),
          howFar: outcome?.handedInAt || outcome?.exempt ? null : howFarOf(study, activity),
          late: outcome?.late ?? false,
          score: outcome?.score ?? null,
          exempt: outcome?.exempt ?? false,
          judgement: judgement ?? null,
        }
      }),
    })),
  }
}

type Judged = {
  id: string
  form: 'grade' | 'sign-off'
  kind: 'graded' | 'signed' | 'returned'
  score: number | null
  comment: string
  by: string
  at: number
}

/** By activity: the grading of its newest version or the signature, while it stands. */
async function judgementsOf(enrolmentId: string): Promise<Map<string, Judged>> {
  const standing = { kind: { not: 'undone' }, undoneBy: null }
  const [submissions, signOffs] = await Promise.all([
    db.submission.findMany({
      where: { enrolmentId },
      distinct: ['activityId'],
      orderBy: { version: 'desc' },
      include: {
        grades: { where: standing, orderBy: { recordedAt: 'desc' }, take: 1, include: { by: true } },
      },
    }),
    db.signOffEntry.findMany({
      where: { enrolmentId, ...standing },
      orderBy: { recordedAt: 'asc' },
      include: { by: true },
    }),
  ])
  const judged = new Map<string, Judged>()
  for (const { activityId, grades } of submissions) {
    const [entry] = grades
    if (entry)
      judged.set(activityId, judgedBy('grade', entry, entry.score === null ? null : Number(entry.score)))
  }
  for (const entry of signOffs) judged.set(entry.activityId, judgedBy('sign-off', entry, entry.mark))
  return judged
}

type Entry = { id: string; kind: string; comment: string; by: { name: string }; occurredAt: Date }

function judgedBy(form: Judged['form'], entry: Entry, score: number | null): Judged {
  const kind = entry.kind as Judged['kind']
  return {
    id: entry.id,
    form,
    kind,
    score,
    comment: entry.comment,
    by: entry.by.name,
    at: entry.occurredAt.getTime(),
  }
}

export type StoryState = 'done' | 'waiting' | 'again' | 'roll' | 'missed' | 'behind' | 'started' | 'todo'

type Outcome = { handedInAt: Date | null; confirmedAt: Date | null; exempt: boolean; awaits: string | null }

function stateOf(
  outcome: Outcome | undefined,
  { kind, over, begun }: { kind: Kind; over: boolean; begun: boolean },
): StoryState {
  if (outcome?.confirmedAt || outcome?.exempt) return 'done'
  if (outcome?.handedInAt && kind === 'workshop') return outcome.awaits === 'mentor' ? 'roll' : 'missed'
  if (outcome?.handedInAt) return outcome.awaits === 'mentor' ? 'waiting' : 'again'
  if (over) return 'behind'
  return begun ? 'started' : 'todo'
}
