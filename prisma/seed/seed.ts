// npm run seed daming | large, and what the first start lays. What `empty` makes stands in empty.ts.
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { withRandomness } from '~/domain/random.server'
import { layDaming } from './daming'
import { layLarge } from './large/large'
import { on, stageAt } from './stage'

export type Progress = (what: string, done: number, total: number) => void

const laid = { daming: layDaming, large: layLarge }

/**
 * Fills an empty database with made-up people. Their randomness is drawn from the anchor, so that the same week gives
 * the same rows.
 */
export async function seed(verb: 'daming' | 'large', progress: Progress) {
  const stage = stageAt(now())
  await withRandomness(`the demonstration of ${stage.anchor}`, async () => {
    const people = await laid[verb](stage, progress)
    await on(stage.at(9, 1, '00:00'), () =>
      db.demoMark.create({
        data: { id: 1, anchor: new Date(stage.anchor), madeAt: stage.at(9, 1, '00:00'), people },
      }),
    )
  })
}

/** Who can sign in, as the start prints it. */
export async function whoCanSignIn() {
  const mark = await db.demoMark.findUnique({ where: { id: 1 } })
  const people = (mark?.people ?? []) as { name: string; role: string }[]
  return people.map(({ name, role }) => ({ who: `${name} (${role})`, how: '/sign-in' }))
}
