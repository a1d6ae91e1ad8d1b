import type { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import { managedEnrolments } from '../access/scope.server'
import type { Actor } from '../actor'
import type { ManagedEnrolment } from '../enrolment/enrolment.access.server'
import type { OwnStudy } from '../learning/learning.access.server'
import { pageAmong } from '../pages'

/** Certificates of the cohorts that the actor manages, the latest first, fifty a page. */
export async function certificateList(actor: Actor, asked: { q: string; page: number }) {
  const { q } = asked
  const where: Prisma.CertificateWhereInput = {
    enrolment: managedEnrolments(actor),
    ...(q ? { OR: [{ number: { contains: q } }, { enrolment: { person: { name: { contains: q } } } }] } : {}),
  }
  const total = await db.certificate.count({ where })
  const { page, pages, rows: shown } = pageAmong(total, asked.page)
  const rows = await db.certificate.findMany({
    where,
    orderBy: [{ occurredAt: 'desc' }, { sequence: 'desc' }],
    ...shown,
    include: {
      revocation: { select: { id: true } },
      supersededBy: { select: { id: true } },
      enrolment: {
        select: {
          id: true,
          cohortId: true,
          person: { select: { name: true } },
          cohort: { select: { title: true, timeZone: true } },
        },
      },
    },
  })
  return {
    total,
    page,
    pages,
    certificates: rows.map((row) => ({
      id: row.id,
      number: row.number,
      name: row.enrolment.person.name,
      enrolmentId: row.enrolment.id,
      cohortId: row.enrolment.cohortId,
      cohort: row.enrolment.cohort.title,
      timeZone: row.enrolment.cohort.timeZone,
      issuedAt: row.occurredAt.toISOString(),
      state: row.revocation
        ? ('revoked' as const)
        : row.supersededBy
          ? ('superseded' as const)
          : ('valid' as const),
    })),
  }
}

/** One person's certificates, the latest first. */
export async function certificatesOf(enrolment: ManagedEnrolment | OwnStudy) {
  const enrolmentId = 'enrolmentId' in enrolment ? enrolment.enrolmentId : enrolment.id
  const rows = await db.certificate.findMany({
    where: { enrolmentId },
    orderBy: [{ recordedAt: 'desc' }, { sequence: 'desc' }],
    include: { revocation: true, supersededBy: { select: { number: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    issuedAt: row.occurredAt.toISOString(),
    expiresOn: row.expiresOn?.toISOString().slice(0, 10) ?? null,
    revoked: row.revocation
      ? { at: row.revocation.occurredAt.toISOString(), reason: row.revocation.reason }
      : null,
    supersededBy: row.supersededBy?.number ?? null,
  }))
}
