import { addDays } from 'date-fns'
import type { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import { isAdministrator } from '~/domain/access/scope.server'
import type { Actor } from '~/domain/actor'
import { pageAmong } from '../pages'

export type AuditQuestion = {
  /** Part of a person's name: who did it, or to whom. */
  q: string
  action: string
  /** yyyy-MM-dd, both included. */
  from: string
  until: string
  page: number
}

/** The audit trail, the latest first, for an administrator; empty for everybody else. */
export async function auditTrail(actor: Actor, asked: AuditQuestion) {
  if (!(await isAdministrator(actor))) return { count: 0, page: 1, pages: 1, entries: [], actions: [] }
  const where = await wanted(asked)
  const count = await db.auditEntry.count({ where })
  const { page, pages, rows: shown } = pageAmong(count, asked.page)
  const [rows, actions] = await Promise.all([
    db.auditEntry.findMany({
      where,
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      ...shown,
      include: {
        person: { select: { name: true } },
        organisation: { select: { name: true } },
        cohort: { select: { title: true } },
      },
    }),
    db.auditEntry.findMany({ distinct: ['action'], select: { action: true }, orderBy: { action: 'asc' } }),
  ])
  const names = await namesOf(rows)
  return {
    count,
    page,
    pages,
    actions: actions.map((one) => one.action),
    entries: rows.map((row) => ({
      id: row.id,
      at: row.recordedAt.toISOString(),
      who: row.person?.name ?? null,
      through: row.through,
      action: row.action,
      about: [names.get(row.subjectId ?? ''), row.cohort?.title, row.organisation?.name]
        .filter((part) => part !== undefined && part !== null)
        .filter((part, place, all) => all.indexOf(part) === place),
      reason: row.reason,
      details: detailsOf(row.details),
      role: valueIn(row.details, 'role'),
    })),
  }
}

async function wanted({ q, action, from, until }: AuditQuestion): Promise<Prisma.AuditEntryWhereInput> {
  const people = q
    ? await db.person.findMany({ where: { name: { contains: q } }, select: { id: true }, take: 500 })
    : []
  const ids = people.map((person) => person.id)
  // The trail is read where it is kept, in Beijing's days.
  const day = (text: string) => new Date(`${text}T00:00:00+08:00`)
  return {
    ...(action ? { action } : {}),
    ...(q ? { OR: [{ personId: { in: ids } }, { subjectId: { in: ids } }] } : {}),
    recordedAt: {
      ...(isDay(from) ? { gte: day(from) } : {}),
      ...(isDay(until) ? { lt: addDays(day(until), 1) } : {}),
    },
  }
}

function isDay(text: string) {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

async function namesOf(rows: { subjectKind: string; subjectId: string | null }[]) {
  const of = (kind: string) =>
    rows.flatMap((row) => (row.subjectKind === kind && row.subjectId ? [row.subjectId] : []))
  const [people, enrolments] = await Promise.all([
    db.person.findMany({ where: { id: { in: of('person') } }, select: { id: true, name: true } }),
    db.enrolment.findMany({
      where: { id: { in: of('enrolment') } },
      select: { id: true, person: { select: { name: true } } },
    }),
  ])
  return new Map([
    ...people.map((person): [string, string] => [person.id, person.name]),
    ...enrolments.map((enrolment): [string, string] => [enrolment.id, enrolment.person.name]),
  ])
}

/** What was written down by name: what people called it, never an identifier or a word of the code. */
function detailsOf(details: Prisma.JsonValue) {
  return ['name', 'title', 'number', 'fileName']
    .map((key) => valueIn(details, key))
    .filter((value) => value !== null)
    .join(' ')
}

function valueIn(details: Prisma.JsonValue, key: string) {
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return null
  const value = details[key]
  return typeof value === 'string' ? value : null
}
