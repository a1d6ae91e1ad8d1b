import { z } from 'zod'
import type { Condition } from './release'

const id = z.string().min(1)

/** Reads what a version's JSON holds. A tree without a branch would open for everybody or for nobody. */
export const ConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all'), of: z.array(ConditionSchema).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(ConditionSchema).min(1) }),
    z.strictObject({ kind: z.literal('week'), week: z.int().positive() }),
    z.strictObject({ kind: z.literal('date'), day: z.iso.date() }),
    z.strictObject({ kind: z.literal('module'), module: id }),
    z.strictObject({ kind: z.literal('activity'), activity: id }),
    z.strictObject({ kind: z.literal('score'), activity: id, atLeast: z.number().min(0).max(100) }),
    z.strictObject({
      kind: z.literal('attendance'),
      sessions: z.int().positive(),
      activity: id.nullable(),
    }),
    z.strictObject({ kind: z.literal('organisation'), organisation: id }),
    z.strictObject({ kind: z.literal('group'), group: id }),
  ]),
)

/** A ReleaseVersion's conditions: one for each module, by its id; null opens at once. */
export const ReleaseConditionsSchema = z.record(id, ConditionSchema.nullable())

/** An activity's `after`: a condition, or the ids of activities that come first. */
export const AfterSchema: z.ZodType<Condition | null> = z
  .union([z.array(id), ConditionSchema])
  .nullable()
  .transform((after) => (Array.isArray(after) ? afterAll(after) : after))

function afterAll(activities: string[]): Condition | null {
  const of = activities.map((activity) => ({ kind: 'activity' as const, activity }))
  return of.length ? { kind: 'all', of } : null
}
