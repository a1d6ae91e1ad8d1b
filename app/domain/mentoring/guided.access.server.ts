import { db } from '~/db.server'
import { managedEnrolments, mentoredEnrolments } from '../access/scope.server'
import type { Actor } from '../actor'
import type { Study } from '../learning/study'
import { studiesOf } from '../learning/study.server'

declare const guided: unique symbol

/** The study of somebody whom the actor guides or manages. */
export type GuidedStudy = Study & { [guided]: true }

/** By the mentor of the group or the manager of the cohort. Null for "absent" and "not yours" alike. */
export async function studyToGuide(actor: Actor, enrolmentId: string): Promise<GuidedStudy | null> {
  if (!actor.person) return null
  const mine = await db.enrolment.count({
    where: { id: enrolmentId, OR: [mentoredEnrolments(actor), managedEnrolments(actor)] },
  })
  if (!mine) return null
  const [study] = await studiesOf([enrolmentId], actor.at)
  return (study as GuidedStudy | undefined) ?? null
}
