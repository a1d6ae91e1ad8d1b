import { writeMarkedRoster } from '#templates/reports/roster-marked'
import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { dayOf } from '../cohorts/weeks'
import type { ManagedImport } from './import.access.server'
import { markedSheets } from './import.queries.server'
import { checkImport } from './import-check.server'

/** The roster with its problems marked, in the audit trail since it holds whole numbers; null if its file is lost. */
export async function markedRoster(actor: Actor, roster: ManagedImport, locale: 'zh-CN' | 'en') {
  const check = await checkImport(actor, roster)
  if (check.refused) return null
  await inTransaction((tx) =>
    audit(tx, actor, {
      action: 'roster.downloaded',
      subjectKind: 'roster-import',
      subjectId: roster.id,
      cohortId: roster.cohortId,
    }),
  )
  const facts = {
    fileName: roster.fileName,
    author: actor.person?.name ?? '',
    madeOn: dayOf(actor.at, roster.cohort.timeZone),
    sheets: markedSheets(check, locale),
  }
  return writeMarkedRoster(facts, locale)
}
