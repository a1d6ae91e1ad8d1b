// What is written and handed over to be graded: case studies and assignments.
// A submission is handed in → waiting → graded | returned.
//   handed in           submitWork, by the trainee
//   waiting → graded    gradeMany                 graded, returned → waiting    undoGrade
//   waiting → returned  returnWork                returned, below the pass mark → a next version by submitWork
// Invariants:
// 1. Versions of one enrolment and activity are dense from 1; only the newest can be judged.
// 2. At most one entry of grading stands for a submission: whoever judges holds the enrolment's row.
import type { Kind, Progress } from '~/activities/kind'
import { kinds, type WorkOf } from '~/activities/kinds'
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { type NewFile, storeFile } from '../files/stored-file.server'
import { once } from '../form-receipt.server'
import { newId } from '../ids.server'
import type { CurriculumActivity } from './curriculum'
import { type Deadline, isLate, refusalAt } from './deadlines'
import type { TraineeActivity } from './learning.access.server'
import { lockEnrolments, recordOutcome } from './outcomes.server'

export type SubmittedKind = 'case-study' | 'assignment'

/** Facts that each kind which is handed over picks its own from. */
export type SubmittedWork = WorkOf<'case-study'> & WorkOf<'assignment'>

export type StandingGrade = {
  id: string
  kind: 'graded' | 'returned'
  points: number[] | null
  /** Percent. */
  score: number | null
  comment: string
  by: { id: string; name: string }
  at: Date
}

export type Submitted = {
  work: SubmittedWork
  newest: { id: string; version: number; versionId: string; late: boolean; at: Date } | null
  /** The grading of the newest, while it stands. */
  standing: StandingGrade | null
}

export async function submittedBy(
  pairs: readonly { enrolmentId: string; activityId: string }[],
  reader: Tx | typeof db = db,
): Promise<Submitted[]> {
  const enrolments = pairs.map((pair) => pair.enrolmentId)
  const activities = pairs.map((pair) => pair.activityId)
  const rows = await reader.$queryRaw<Row[]>`
    select s.id, s.version, s."activityVersionId" as "versionId", s.late, s."occurredAt" as at,
      (select count(*)::int from "Concession" c
        where c."enrolmentId" = i.enrolment and c."activityId" = i.activity and c.kind = 'attempt') as extra,
      g.id as "gradeId", g.kind, g.marks as points, g.score::float8, g.comment, g."byId", p.name as "byName",
      g."occurredAt" as "gradedAt"
    from unnest(${enrolments}::uuid[], ${activities}::uuid[]) with ordinality as i(enrolment, activity, n)
    left join lateral (select * from "Submission" x
      where x."enrolmentId" = i.enrolment and x."activityId" = i.activity
      order by x.version desc limit 1) s on true
    left join lateral (select * from "GradeEntry" x
      where x."submissionId" = s.id and x.kind <> 'undone'
        and not exists(select 1 from "GradeEntry" u where u."undoesId" = x.id)
      order by x."recordedAt" desc, x.id desc limit 1) g on true
    left join "Person" p on p.id = g."byId"
    order by i.n`
  return rows.map(submittedOf)
}

/** Where somebody stands by these facts, as the kind judges them. */
export function progressOf(activity: CurriculumActivity, work: WorkOf<Kind> | SubmittedWork): Progress {
  return kinds[activity.kind].progress(activity.config as never, work as never)
}

export type Handing = {
  text: string
  files: NewFile[]
  /** Names one filling-in of the form, so that sending it twice hands in once. */
  formKey?: string | null
  /** The device's own time, as a claim. */
  claimedAt?: Date | null
}

export type HandedOver =
  | { refused: null; submissionId: string; version: number; late: boolean }
  | { refused: Deadline['closedBy'] | 'waiting-for-mark' | 'confirmed' | 'no-submissions-left' }

/**
 * Hands in the next version. Refuses once nothing more is taken ('module-closed', 'cohort-closed'), while the last
 * version waits for its mark ('waiting-for-mark': a return makes room), when it is confirmed, and when no submission
 * is left (a concession may allow one more). What the kind asks of text and files it has asked before.
 */
export async function submitWork(
  actor: Actor,
  activity: TraineeActivity<SubmittedKind>,
  handing: Handing,
): Promise<HandedOver> {
  const closed = refusalAt(activity.deadline, actor.at)
  if (closed) return { refused: closed }
  const pair = { enrolmentId: activity.enrolmentId, activityId: activity.activity.id }
  const form = { key: handing.formKey ?? null, action: `submit ${pair.activityId}` }
  return inTransaction((tx) =>
    once(tx, actor, form, async (): Promise<HandedOver> => {
      await lockEnrolments(tx, [pair])
      const [before] = await submittedBy([pair], tx)
      const { work } = before!
      const refused = refusalToSubmit(progressOf(activity.activity, work))
      if (refused) return { refused }
      const late = isLate(activity.deadline, actor.at)
      const version = work.submissions + 1
      const submissionId = await writeSubmission(tx, actor, activity, handing, { version, late })
      const after = {
        ...work,
        submitted: true,
        submissions: version,
        returned: false,
        points: null,
        mark: null,
      }
      const { handedIn, confirmed, score, awaits } = progressOf(activity.activity, after)
      await recordOutcome(tx, actor, {
        ...pair,
        activityVersionId: activity.activity.versionId,
        cause: 'submitted',
        handedIn,
        confirmed,
        score,
        awaits,
        late,
        occurredAt: actor.at,
        claimedAt: handing.claimedAt ?? null,
      })
      return { refused: null, submissionId, version, late }
    }),
  )
}

function refusalToSubmit({ confirmed, awaits }: Progress) {
  if (confirmed) return 'confirmed'
  if (awaits === 'mentor') return 'waiting-for-mark'
  return awaits === null ? 'no-submissions-left' : null
}

async function writeSubmission(
  tx: Tx,
  actor: Actor,
  { enrolmentId, activity }: TraineeActivity<SubmittedKind>,
  { text, files, claimedAt }: Handing,
  { version, late }: { version: number; late: boolean },
) {
  const submission = await tx.submission.create({
    data: {
      id: newId(),
      enrolmentId,
      activityId: activity.id,
      activityVersionId: activity.versionId,
      version,
      text,
      late,
      occurredAt: actor.at,
      recordedAt: actor.at,
      claimedAt: claimedAt ?? null,
    },
  })
  for (const [position, file] of files.entries()) {
    const { id } = await storeFile(tx, actor, file)
    await tx.submissionFile.create({ data: { submissionId: submission.id, position, fileId: id } })
  }
  return submission.id
}

type Row = {
  id: string | null
  version: number
  versionId: string
  late: boolean
  at: Date
  extra: number
  gradeId: string | null
  kind: 'graded' | 'returned'
  points: number[] | null
  score: number | null
  comment: string
  byId: string
  byName: string
  gradedAt: Date
}

function submittedOf(row: Row): Submitted {
  const { id, version, versionId, late, at, kind, points, score, comment } = row
  const graded = row.gradeId !== null && kind === 'graded'
  const by = { id: row.byId, name: row.byName }
  return {
    work: {
      submitted: id !== null,
      submissions: id === null ? 0 : version,
      extraSubmissions: row.extra,
      returned: row.gradeId !== null && kind === 'returned',
      points: graded ? points : null,
      mark: graded ? score : null,
    },
    newest: id === null ? null : { id, version, versionId, late, at },
    standing: row.gradeId ? { id: row.gradeId, kind, points, score, comment, by, at: row.gradedAt } : null,
  }
}
