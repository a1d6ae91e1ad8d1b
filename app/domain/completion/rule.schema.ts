import { z } from 'zod'
import type { Kind } from '~/activities/kind'
import { isKind } from '~/activities/kinds'
import type { CompletionRule, Rule } from './rule'

const sessions = z.int().positive().max(1000)
const kind = z.custom<Kind>((value) => typeof value === 'string' && isKind(value), 'no such kind of activity')

/** Reads what a version's JSON holds. A tree without a branch would complete everybody or nobody. */
export const RuleSchema: z.ZodType<Rule> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all'), of: z.array(RuleSchema).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(RuleSchema).min(1) }),
    z
      .strictObject({
        kind: z.literal('count'),
        atLeast: z.int().positive(),
        of: z.array(RuleSchema).min(1),
      })
      .refine((rule) => rule.atLeast <= rule.of.length, 'asks for more parts than there are'),
    z.strictObject({ kind: z.literal('modules'), modules: z.array(z.string().min(1)).min(1).nullable() }),
    z.strictObject({
      kind: z.literal('hours'),
      atLeast: z.int().nonnegative(),
      type: z.enum(['online', 'discussion', 'practice', 'workshop']).nullable(),
    }),
    z.strictObject({ kind: z.literal('attendance'), share: z.number().min(0).max(1), sessions }),
    z.strictObject({ kind: z.literal('full-attendance'), sessions }),
    z.strictObject({ kind: z.literal('posts'), atLeast: z.int().nonnegative() }),
    z.strictObject({
      kind: z.literal('score'),
      atLeast: z.number().min(0).max(100),
      weights: z.array(z.strictObject({ kind, weight: z.number().positive() })).min(1),
    }),
  ]),
)

export const CompletionRuleSchema: z.ZodType<CompletionRule> = z.strictObject({
  completion: RuleSchema,
  distinction: RuleSchema.nullable(),
})
