import { z } from 'zod'
import type { Kind } from '~/activities/kind'
import type { CompletionRule, KindWeight, Rule } from '~/domain/completion/rule'
import { hundredthsOf } from '~/domain/learning/ledger'

const KINDS: Record<string, Kind> = { quizzes: 'quiz', 'case studies': 'case-study', practice: 'practice' }

const Part = z.union([
  z.strictObject({ modules: z.string() }),
  z.strictObject({ creditHours: z.object({ atLeast: z.number(), of: z.number() }) }),
  z.strictObject({
    attendance: z.object({ sessions: z.int(), atLeast: z.number(), counting: z.string() }),
  }),
  z.strictObject({ discussion: z.object({ substantialPosts: z.int(), minCharacters: z.literal(30) }) }),
  z.strictObject({
    finalScore: z.object({ atLeast: z.number(), weights: z.record(z.string(), z.number()) }),
  }),
])
const CompletionJson = z.strictObject({ all: z.array(Part).min(1), distinction: z.string().optional() })

/** The rule that a programme's "completion" tells. Throws on words that it does not know. */
export function ruleFrom(json: unknown): CompletionRule {
  const { all, distinction } = CompletionJson.parse(json)
  const of = all.map(partFrom)
  return {
    completion: { kind: 'all', of },
    distinction: distinction === undefined ? null : distinctionFrom(distinction, of),
  }
}

function partFrom(part: z.infer<typeof Part>): Rule {
  if ('modules' in part) return { kind: 'modules', modules: null }
  if ('creditHours' in part) {
    return { kind: 'hours', atLeast: hundredthsOf(part.creditHours.atLeast), type: null }
  }
  if ('attendance' in part) {
    return { kind: 'attendance', share: part.attendance.atLeast, sessions: part.attendance.sessions }
  }
  if ('discussion' in part) return { kind: 'posts', atLeast: part.discussion.substantialPosts }
  const { atLeast, weights } = part.finalScore
  return { kind: 'score', atLeast, weights: Object.entries(weights).map(weightFrom) }
}

function weightFrom([name, weight]: [string, number]): KindWeight {
  const kind = KINDS[name]
  if (!kind) throw new Error(`no kind of activity is called ${name}`)
  return { kind, weight }
}

/** "finalScore at least 90 and full attendance: 优秀学员", of the same weights and sessions as completion. */
function distinctionFrom(sentence: string, completion: Rule[]): Rule {
  const match = /^finalScore at least (\d+)( and full attendance)?: 优秀学员$/.exec(sentence)
  const score = completion.find((rule) => rule.kind === 'score')
  const attendance = completion.find((rule) => rule.kind === 'attendance')
  if (!match || !score || (match[2] && !attendance)) {
    throw new Error(`not understood as a distinction: ${sentence}`)
  }
  const of: Rule[] = [{ ...score, atLeast: Number(match[1]) }]
  if (match[2]) of.push({ kind: 'full-attendance', sessions: attendance!.sessions })
  return { kind: 'all', of }
}
