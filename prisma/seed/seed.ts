// npm run seed daming | large, and what the first start lays. What `empty` makes stands in empty.ts.
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { layDemonstration } from './demonstration'
import { layLarge } from './large/large'
import { on, type Stage, stageAt } from './stage'

export type Progress = (what: string, done: number, total: number) => void

const laid = {
  daming: layDemonstration,
  large: (stage: Stage, progress: Progress) => stage.apart('large', () => layLarge(stage, progress)),
}

/**
 * Fills an empty database with made-up people. Their randomness is drawn from the anchor, so that the same week gives
 * the same rows. The last row says that all of it is there, and whom the sign-in page offers.
 */
export async function seed(verb: keyof typeof laid, progress: Progress) {
  const stage = stageAt(now())
  const people = await laid[verb](stage, progress)
  const madeAt = stage.at(9, 1, '00:00')
  await on(madeAt, () =>
    db.demoMark.create({ data: { id: 1, anchor: new Date(stage.anchor), madeAt, people } }),
  )
}

/** Who can sign in, as the start prints it. */
export async function whoCanSignIn() {
  const mark = await db.demoMark.findUnique({ where: { id: 1 } })
  return (mark?.people ?? []) as { name: string; role: string; note: Record<'zh-CN' | 'en', string> }[]
}
