// Doors to what trainees hand in. Reading: its author, the mentor of the author's group, the manager of the cohort,
// the instructor of the activity, each by what is in force now. Judging: the last three, and never one's own work.
import { db, type Tx } from '~/db.server'
import { inForce } from '../access/in-force'
import {
  managedEnrolments,
  managedOrganisations,
  mentoredEnrolments,
  ownEnrolments,
} from '../access/scope.server'
import type { Actor } from '../actor'

declare const judged: unique symbol

const named = { enrolment: { select: { person: { select: { name: true } } } } } as const

export type SubmissionToGrade = {
  id: string
  enrolmentId: string
  activityId: string
  /** Of the trainee. */
  name: string
  [judged]: true
}

export type PracticeToSign = { enrolmentId: string; activityId: string; name: string; [judged]: true }

/** A grade or a return, with the submission that it was given to. */
export type GradeToUndo = { id: string; submission: SubmissionToGrade }

export type SignOffToUndo = { id: string; practice: PracticeToSign }

/** As a condition on a submission or a practice note. */
export async function workToRead(actor: Actor, reader: Tx | typeof db = db) {
  return {
    OR: [
      {
        enrolment: { OR: [ownEnrolments(actor), mentoredEnrolments(actor), managedEnrolments(actor)] },
      },
      ...(await instructed(actor, reader)),
    ],
  }
}

/** An administrator who opened a cohort with a reason looks, and judges nobody. */
export async function workToJudge(actor: Actor, reader: Tx | typeof db = db) {
  return {
    AND: [
      { enrolment: { personId: { not: actor.person?.id ?? '' } } },
      {
        OR: [
          {
            enrolment: {
              OR: [mentoredEnrolments(actor), { cohort: { runBy: managedOrganisations(actor) } }],
            },
          },
          ...(await instructed(actor, reader)),
        ],
      },
    ],
  }
}

/** Null for "absent" and "not yours" alike. */
export async function submissionToGrade(actor: Actor, id: string): Promise<SubmissionToGrade | null> {
  return (await submissionsToGrade(actor, [id]))[0] ?? null
}

/** Those of them that the actor may grade. */
export async function submissionsToGrade(actor: Actor, ids: string[]): Promise<SubmissionToGrade[]> {
  if (!actor.person) return []
  const rows = await db.submission.findMany({
    where: { id: { in: ids }, ...(await workToJudge(actor)) },
    select: { id: true, enrolmentId: true, activityId: true, ...named },
  })
  return rows.map(({ enrolment, ...row }) => ({ ...row, name: enrolment.person.name }) as SubmissionToGrade)
}

export async function practiceToSign(
  actor: Actor,
  enrolmentId: string,
  activityId: string,
): Promise<PracticeToSign | null> {
  return (await practicesToSign(actor, [{ enrolmentId, activityId }]))[0] ?? null
}

/** Those of them that the actor may sign; where nothing was noted yet there is nothing to sign. */
export async function practicesToSign(
  actor: Actor,
  pairs: { enrolmentId: string; activityId: string }[],
): Promise<PracticeToSign[]> {
  if (!actor.person) return []
  const rows = await db.practiceNote.findMany({
    where: {
      enrolmentId: { in: pairs.map((pair) => pair.enrolmentId) },
      activityId: { in: pairs.map((pair) => pair.activityId) },
      ...(await workToJudge(actor)),
    },
    distinct: ['enrolmentId', 'activityId'],
    select: { enrolmentId: true, activityId: true, ...named },
  })
  const asked = new Set(pairs.map(keyOf))
  return rows
    .filter((row) => asked.has(keyOf(row)))
    .map(({ enrolment, ...row }) => ({ ...row, name: enrolment.person.name }) as PracticeToSign)
}

export async function gradeToUndo(actor: Actor, id: string): Promise<GradeToUndo | null> {
  const entry = await db.gradeEntry.findFirst({
    where: { id, kind: { not: 'undone' } },
    select: { submissionId: true },
  })
  const submission = entry && (await submissionToGrade(actor, entry.submissionId))
  return submission && { id, submission }
}

export async function signOffToUndo(actor: Actor, id: string): Promise<SignOffToUndo | null> {
  const entry = await db.signOffEntry.findFirst({
    where: { id, kind: { not: 'undone' } },
    select: { enrolmentId: true, activityId: true },
  })
  const practice = entry && (await practiceToSign(actor, entry.enrolmentId, entry.activityId))
  return practice && { id, practice }
}

async function instructed(actor: Actor, reader: Tx | typeof db) {
  if (!actor.person) return []
  const assignments = await reader.instructorAssignment.findMany({
    where: { personId: actor.person.id, activityId: { not: null }, ...inForce(actor.at) },
    select: { activityId: true, cohortId: true },
  })
  return assignments.map(({ activityId, cohortId }) => ({
    activityId: activityId!,
    enrolment: { cohortId },
  }))
}

export function keyOf({ enrolmentId, activityId }: { enrolmentId: string; activityId: string }) {
  return `${enrolmentId} ${activityId}`
}
