// npm run seed empty | daming, and what the first start lays.
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { withRandomness } from '~/domain/random.server'
import { layDaming } from './daming'
import { seedOrganisations } from './organisations'
import { on, stageAt, theSystem } from './stage'

export type Progress = (what: string, done: number, total: number) => void

/**
 * Fills an empty database. `empty` makes the organisation tree; `daming` the demonstration, whose randomness is drawn
 * from its anchor, so that the same week gives the same rows.
 */
export async function seed(verb: 'empty' | 'daming', progress: Progress) {
  const at = now()
  if (verb === 'empty') {
    await seedOrganisations(theSystem(at))
    return
  }
  const stage = stageAt(at)
  await withRandomness(`the demonstration of ${stage.anchor}`, async () => {
    const people = await layDaming(stage, progress)
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
