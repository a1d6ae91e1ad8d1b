import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ManagedEnrolment } from '../enrolment/enrolment.access.server'
import { once } from '../form-receipt.server'
import { newId } from '../ids.server'
import { lockEnrolments, recordOutcome } from '../learning/outcomes.server'
import { deadlineFor, type Study } from '../learning/study'
import { studiesOf } from '../learning/study.server'
import { type ConcessionDraft, type ConcessionRefusal, refusalOfConcession } from './concession'

/**
 * Gives one person one more attempt, a later date or an exemption, with its reason. An exemption counts as done,
 * earns the activity's hours with the concession as their source, and has no score. One filling-in of the form gives
 * one, however often it is sent. Refusals: see `ConcessionRefusal`.
 */
export async function giveConcession(
  actor: Actor,
  enrolment: ManagedEnrolment,
  draft: ConcessionDraft,
  { formKey = null }: { formKey?: string | null } = {},
) {
  const form = { key: formKey, action: `concession ${enrolment.id}` }
  return inTransaction((tx) => once(tx, actor, form, () => give(tx, actor, enrolment, draft)))
}

type Given = { concessionId: string; refused?: undefined } | { refused: ConcessionRefusal }

async function give(
  tx: Tx,
  actor: Actor,
  enrolment: ManagedEnrolment,
  draft: ConcessionDraft,
): Promise<Given> {
  await lockEnrolments(tx, [{ enrolmentId: enrolment.id }])
  const [study] = await studiesOf([enrolment.id], actor.at, tx)
  const refused = refusalOfConcession(draft, factsOf(study!, draft, actor.at))
  if (refused) return { refused }
  const id = newId()
  const { kind, activityId } = draft
  await tx.concession.create({
    data: {
      id,
      enrolmentId: enrolment.id,
      activityId,
      kind,
      until: kind === 'later' ? draft.until : null,
      reason: draft.reason.trim(),
      byId: actor.person!.id,
      occurredAt: actor.at,
      recordedAt: actor.at,
    },
  })
  if (kind === 'exemption') {
    const outcome = study!.outcomes.get(activityId!)
    await recordOutcome(tx, actor, {
      enrolmentId: enrolment.id,
      activityId: activityId!,
      activityVersionId: study!.curriculum.activities.get(activityId!)!.versionId,
      cause: 'exempted',
      handedIn: outcome?.handedInAt != null,
      confirmed: outcome?.confirmedAt != null,
      score: outcome?.score ?? null,
      late: outcome?.late ?? false,
      exempt: true,
      occurredAt: actor.at,
      concessionId: id,
    })
  }
  await audit(tx, actor, {
    action: 'concession.given',
    subjectKind: 'enrolment',
    subjectId: enrolment.id,
    cohortId: enrolment.cohortId,
    reason: draft.reason.trim(),
    details: { kind, activityId, until: draft.until?.toISOString() ?? null },
  })
  return { concessionId: id }
}

function factsOf(study: Study, { activityId }: ConcessionDraft, at: Date) {
  const activity = activityId ? study.curriculum.activities.get(activityId) : undefined
  const outcome = activityId ? study.outcomes.get(activityId) : undefined
  return {
    at,
    withdrawn: study.withdrawn,
    kind: activity?.kind ?? null,
    done: outcome ? outcome.confirmedAt !== null || outcome.exempt : false,
    // A workshop has no hand-in date: its later date is until when it may be made up.
    due: activity && activity.kind !== 'workshop' ? deadlineFor(study, activity).dueAt : null,
  }
}
