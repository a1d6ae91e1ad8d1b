import type { Certificate } from '#generated/client/client'
import { db } from '~/db.server'
import { managedEnrolments, overseenEnrolments, ownEnrolments } from '../access/scope.server'
import type { Actor } from '../actor'

declare const readable: unique symbol
declare const managed: unique symbol

/** A certificate that the actor may read; only this file makes one. */
export type ReadableCertificate = Certificate & { readonly [readable]: true }

/** A certificate of a cohort that the actor manages; only this file makes one. */
export type ManagedCertificate = Certificate & { enrolment: { cohortId: string } } & {
  readonly [managed]: true
}

/** By its holder, the manager of its cohort, or the bureau that sent the holder; null for "absent" and "not yours". */
export async function certificateFor(actor: Actor, id: string): Promise<ReadableCertificate | null> {
  const enrolment = { OR: [ownEnrolments(actor), managedEnrolments(actor), overseenEnrolments(actor)] }
  const certificate = await db.certificate.findFirst({ where: { id, enrolment } })
  return certificate as ReadableCertificate | null
}

export async function certificateToManage(actor: Actor, id: string): Promise<ManagedCertificate | null> {
  const certificate = await db.certificate.findFirst({
    where: { id, enrolment: managedEnrolments(actor) },
    include: { enrolment: { select: { cohortId: true } } },
  })
  return certificate as ManagedCertificate | null
}
