import type { HourType, Kind } from '~/activities/kind'
import { shownHours } from '../learning/ledger'
import { SUBSTANTIAL_CHARACTERS } from '../mentoring/substantial'
import type { Mark } from '../workshops/attendance'
import { lastDay, meanShown, type Naming } from './naming'
import { type HourWay, type MissingActivity, type OpenSession, type Part, shownScore } from './verdict'

export const kindsEn: Record<Kind, string> = {
  video: 'videos',
  reading: 'readings',
  quiz: 'quizzes',
  'case-study': 'case studies',
  assignment: 'assignments',
  discussion: 'discussions',
  practice: 'practice',
  workshop: 'workshops',
  live: 'live sessions',
  survey: 'surveys',
}

const hoursEn: Record<HourType, string> = {
  online: 'Online hours',
  discussion: 'Discussion hours',
  practice: 'Practice hours',
  workshop: 'Workshop hours',
}

const marksEn: Record<Mark, string> = {
  present: 'present',
  late: 'late',
  'left-early': 'left early',
  excused: 'excused, not made up',
  absent: 'absent, not made up',
  'made-up': 'made up',
}

export function titleEn(part: Part): string {
  switch (part.kind) {
    case 'all':
      return 'All of these'
    case 'any':
      return 'One of these'
    case 'count':
      return `At least ${part.atLeast} of these`
    case 'modules':
      return part.modules === 1
        ? 'Required activities of one module'
        : `Required activities of ${part.modules} modules`
    case 'hours':
      return `${part.type ? hoursEn[part.type] : 'Credit hours'} ${shownHours(part.have)} / ${shownHours(part.need)}`
    case 'attendance':
      return `Sessions attended ${part.have} / ${part.planned}`
    case 'full-attendance':
      return `Full attendance ${part.have} / ${part.planned} sessions`
    case 'posts':
      return `Substantial posts ${part.have} / ${part.need}`
    case 'score':
      return part.score === null ? 'Final score' : `Final score ${shownScore(part.score)}`
  }
}

export function detailsEn(part: Part, naming: Naming): string[] {
  switch (part.kind) {
    case 'all':
    case 'any':
    case 'count':
      return part.parts.map((one) => inShortEn(one, naming))
    case 'modules':
      return [
        `${part.have} of ${part.need}, workshops apart`,
        ...part.missing.map((one) => missingEn(one, naming)),
      ]
    case 'hours': {
      if (part.state === 'can-no-longer') return ['Not enough even with all that is left']
      const ways = part.ways.map((way) => wayEn(way, naming))
      return ways.length ? [`Still to be had: ${ways.join(', ')}`] : []
    }
    case 'attendance':
      return [`${part.need} needed`, ...part.open.map((one) => sessionEn(one, naming))]
    case 'full-attendance':
      return part.state === 'done'
        ? []
        : ['Every session is needed', ...part.open.map((one) => sessionEn(one, naming))]
    case 'posts': {
      const posts = part.need - part.have
      if (part.state === 'done') return []
      if (part.state === 'can-no-longer') return [`Posting has ended, ${posts} short`]
      const by = part.until ? ` by ${lastDay(part.until, naming)}` : ''
      const words = posts === 1 ? 'One more post' : `${posts} more posts`
      return [`${words} of ${SUBSTANTIAL_CHARACTERS} characters or more${by}`]
    }
    case 'score': {
      const total = part.kinds.reduce((sum, one) => sum + one.weight, 0)
      const terms = part.kinds.map(
        (one) =>
          `${kindsEn[one.kind]} ${meanShown(one, { missing: 'not all in', exempt: 'exempt' })} × ${Math.round((100 * one.weight) / total)}%`,
      )
      const lines = [terms.join(' + '), ...part.missing.map((one) => missingEn(one, naming))]
      return part.state === 'done' || part.missing.length ? lines : [...lines, `${part.need} needed`]
    }
  }
}

export function wayEn({ activity, hundredths }: HourWay, naming: Naming): string {
  return `“${naming.activity(activity)}” (${shownHours(hundredths)} h)`
}

export function missingEn({ activity, awaits, until }: MissingActivity, naming: Naming): string {
  const title = `“${naming.activity(activity)}”`
  if (awaits === 'mentor') return `${title} waits for your mentor`
  if (awaits === null) return `${title} can no longer be handed in`
  return until ? `${title} by ${lastDay(until, naming)}` : title
}

function sessionEn(session: OpenSession, naming: Naming): string {
  const title = `“${naming.activity(session.activity)}”, session ${session.session}`
  switch (session.standing) {
    case 'ahead':
      return session.by ? `${title}: ${naming.day(session.by)}` : `${title}: no day yet`
    case 'roll-not-taken':
      return `${title}: the roll has not been taken`
    case 'make-up':
      return session.by
        ? `${title}: make it up by ${lastDay(session.by, naming)}`
        : `${title}: can be made up`
    case 'lost':
      return `${title}: ${session.mark ? marksEn[session.mark] : 'not counted'}`
  }
}

/** A part in one line, for a list inside another part. */
export function inShortEn(part: Part, naming: Naming): string {
  return [titleEn(part), ...detailsEn(part, naming)].join('; ')
}
