// A programme as its author hands it over: modules and activities by their place in the draft. The command that
// keeps it gives each its identity, and turns places into those identities in conditions.
import type { Kind } from '~/activities/kind'
import type { CompletionRule } from '../completion/rule'
import type { Hundredths } from '../learning/ledger'
import type { Condition } from '../learning/release'

export type Track = 'teacher' | 'farmer' | 'safety-officer' | 'open'

export type ProgrammeDraft = {
  title: string
  titleEn: string
  track: Track
  organiser: string
  deliveredBy: string
  weeks: number
  groupSizeMin: number
  groupSizeMax: number
  mentorTitle: string
  /** Null where the certificate does not expire. */
  certificateValidYears: number | null
  rule: CompletionRule
  modules: ModuleDraft[]
}

export type ModuleDraft = {
  title: string
  aim: string
  opensWeek: number
  closesWeek: number
  /** The place, from 0, of the module whose required activities come first; null for none. */
  requires: number | null
  activities: ActivityDraft[]
}

export type ActivityDraft = {
  kind: Kind
  title: string
  required: boolean
  hours: Hundredths
  config: unknown
  /** Places, from 0, of activities of the same module that are to be handed in first. */
  after: number[]
}

/** A module opens in its week, and after the module that it requires. */
export function moduleCondition(week: number, requires: string | null): Condition {
  const opens: Condition = { kind: 'week', week }
  return requires ? { kind: 'all', of: [opens, { kind: 'module', module: requires }] } : opens
}

/** Null where nothing of the module comes first. */
export function activityCondition(first: string[]): Condition | null {
  return first.length ? { kind: 'all', of: first.map((activity) => ({ kind: 'activity', activity })) } : null
}

/** Why a draft cannot be kept; null where it can. */
export function refusalOfDraft(draft: ProgrammeDraft) {
  if (!draft.modules.length || draft.modules.some((one) => !one.activities.length)) return 'empty'
  if (draft.modules.some((one, place) => one.requires !== null && one.requires >= place)) return 'circle'
  const places = draft.modules.flatMap((one) =>
    one.activities.map((activity, place) => ({ activity, place })),
  )
  if (places.some(({ activity, place }) => activity.after.some((first) => first >= place))) return 'circle'
  if (draft.modules.some((one) => one.closesWeek > draft.weeks)) return 'past-the-end'
  return null
}
