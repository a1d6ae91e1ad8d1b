import { confirmed, type KindFace, notYet } from '../kind'

export type LiveConfig = {
  description: string
  /** Planned length. */
  minutes: number
  /** How many of them one must be present for. */
  minMinutes: number
}

export type LiveWork = {
  /** Joined by its link. */
  joined: boolean
  minutesPresent: number
  /** Marked by hand as present. */
  marked: boolean
}

export type LiveMissing = { word: 'join' } | { word: 'stay'; minutesPresent: number; minMinutes: number }

function progress(config: LiveConfig, work: LiveWork) {
  if (work.marked || work.minutesPresent >= config.minMinutes) return confirmed()
  if (!work.joined) return notYet<LiveMissing>({ word: 'join' })
  const { minutesPresent } = work
  const missing = { word: 'stay' as const, minutesPresent, minMinutes: config.minMinutes }
  return notYet<LiveMissing>(missing, { handedIn: true, awaits: 'mentor' })
}

export const live: KindFace<'live', LiveConfig, LiveWork, LiveMissing, LiveConfig> = {
  kind: 'live',
  hours: 'online',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': {
      join: () => '到时从链接进入直播',
      stay: (m) => `已在场 ${m.minutesPresent} 分钟，需 ${m.minMinutes} 分钟，或由教师登记`,
    },
    en: {
      join: () => 'Join by the link when it starts',
      stay: (m) =>
        `Present for ${m.minutesPresent} of ${m.minMinutes} minutes; your teacher can also mark you present`,
    },
  },
}
