import { confirmed, type KindFace, notYet } from '../kind'

/** `starts` and `ends` are times of the day at the venue, '09:00'; each turn of the workshop has them. */
export type PlannedSession = { number: number; title: string; starts: string; ends: string }

export type WorkshopConfig = {
  description: string
  sessions: PlannedSession[]
  /** Where it is proposed to be held; each turn names its own. */
  venue: string | null
}

export type WorkshopWork = {
  /** The day of one's turn is over, whoever came. */
  dayOver: boolean
  /** For each planned session: whether its standing mark counts; null while no roll was taken. */
  sessions: (boolean | null)[]
}

export type WorkshopMissing =
  | { word: 'attend'; sessions: number }
  | { word: 'roll-not-taken'; sessions: number }
  | { word: 'missed'; sessions: number }

function progress(config: WorkshopConfig, work: WorkshopWork) {
  const planned = config.sessions.length
  const counted = work.sessions.filter((counts) => counts === true).length
  const missed = work.sessions.filter((counts) => counts === false).length
  const handedIn = work.dayOver
  if (counted >= planned) return { ...confirmed(), handedIn }
  if (missed) return notYet<WorkshopMissing>({ word: 'missed', sessions: missed }, { handedIn, awaits: null })
  const sessions = planned - counted
  return handedIn
    ? notYet<WorkshopMissing>({ word: 'roll-not-taken', sessions }, { handedIn, awaits: 'mentor' })
    : notYet<WorkshopMissing>({ word: 'attend', sessions })
}

export const workshop: KindFace<'workshop', WorkshopConfig, WorkshopWork, WorkshopMissing, WorkshopConfig> = {
  kind: 'workshop',
  hours: 'workshop',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': {
      attend: (m) => `参加面授，共 ${m.sessions} 场`,
      'roll-not-taken': (m) => `有 ${m.sessions} 场还没有点名`,
      missed: (m) => `有 ${m.sessions} 场没有计入出勤`,
    },
    en: {
      attend: (m) => `Attend ${m.sessions} ${m.sessions === 1 ? 'session' : 'sessions'}`,
      'roll-not-taken': (m) =>
        `The roll of ${m.sessions} ${m.sessions === 1 ? 'session' : 'sessions'} has not been taken`,
      missed: (m) =>
        `${m.sessions} ${m.sessions === 1 ? 'session does' : 'sessions do'} not count as attended`,
    },
  },
}
