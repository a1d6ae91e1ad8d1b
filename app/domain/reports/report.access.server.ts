import type { Prisma, ReportPackage } from '#generated/client/client'
import { db } from '~/db.server'
import { overseenOrganisations, visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'

declare const readable: unique symbol

/** A package that the actor may open whole; only this file makes one. */
export type ReadableReport = ReportPackage & { readonly [readable]: true }

/** Packages for organisations that the actor oversees today, and of cohorts that they manage. */
export function readableReports(actor: Actor) {
  return {
    OR: [{ organisation: overseenOrganisations(actor) }, { cohort: visibleCohorts(actor) }],
  } satisfies Prisma.ReportPackageWhereInput
}

/** Null for "absent" and "not yours" alike: another county's officer gets what a number that was never given gets. */
export async function reportFor(actor: Actor, id: string): Promise<ReadableReport | null> {
  const report = await db.reportPackage.findFirst({ where: { id, ...readableReports(actor) } })
  return report as ReadableReport | null
}
