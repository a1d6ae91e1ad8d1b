import { drawCompletionReport } from '#templates/reports/completion-report'
import { writeCompletionWorkbook } from '#templates/reports/completion-workbook'
import type { CompletionReportFacts } from '#templates/reports/facts'
import { db, inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { drawnOnce, type Language } from '../certificates/drawings.server'
import type { ReadableReport } from './report.access.server'
import type { PersonBody, ReportBody } from './report-facts.server'

export type ReportForm = 'pdf' | 'xlsx'

const mediaTypes: Record<ReportForm, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A package's file, the same bytes each time, each download in the audit trail. Refuses `facts-deleted`. */
export async function downloadReport(
  actor: Actor,
  report: ReadableReport,
  form: ReportForm,
  language: Language,
) {
  const { factsHash, number } = report
  const facts = await packageFacts(report)
  if (!facts) return { refused: 'facts-deleted' as const }
  const name = `${number} ${facts.organisation} ${facts.cohortTitle}.${form}`
  const draw = form === 'pdf' ? drawCompletionReport : writeCompletionWorkbook
  const kind = form === 'pdf' ? ('report-pdf' as const) : ('report-xlsx' as const)
  const mediaType = mediaTypes[form]
  const drawn = await drawnOnce(actor, { factsHash, kind, language }, { name, mediaType }, () =>
    draw(facts, factsHash, language),
  )
  await inTransaction((tx) =>
    audit(tx, actor, {
      action: 'report.downloaded',
      subjectKind: 'report',
      subjectId: report.id,
      organisationId: report.organisationId,
      cohortId: report.cohortId,
      details: { number, form, language, sha256: drawn.sha256, redrawn: drawn.redrawn },
    }),
  )
  return { ...drawn, name, mediaType }
}

/** The frozen facts of a package put together again; null where a body was deleted after its retention. */
export async function packageFacts(report: ReadableReport): Promise<CompletionReportFacts | null> {
  const { body } = await db.frozenFacts.findUniqueOrThrow({ where: { hash: report.factsHash } })
  const rows = await db.reportPackagePerson.findMany({
    where: { packageId: report.id },
    orderBy: { position: 'asc' },
    include: { facts: { select: { body: true } } },
  })
  if (!body || rows.some((row) => row.facts.body === null)) return null
  const people = rows.map((row) => row.facts.body as unknown as PersonBody)
  return { ...(body as unknown as ReportBody), people }
}
