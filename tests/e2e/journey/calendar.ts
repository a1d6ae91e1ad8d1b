import { stageAt } from '../../../prisma/seed/stage'
import type { RunningServer } from '../../support/server'

/** The seventeen weeks; the first begins on Monday, 1 March 2027. */
export const calendar = stageAt(new Date('2027-04-26T00:00:00Z'))

/** Moves the site's clock to a weekday (Monday is 1) of a week, and runs what has come due by then. */
export async function comes(site: RunningServer, week: number, weekday: number, time: string) {
  await site.setClock(calendar.at(week, weekday, time))
  await site.sweep()
}
