import { confirmed, type KindFace, notYet } from '../kind'
import { coveredSeconds, type Interval, watchedShare } from './played-intervals'

export type VideoConfig = {
  /** The film's slug; null until the author has given one. */
  film: string | null
  /** The author's estimate, shown until the file is measured; decides nothing. */
  minutes: number
  /** Share of the measured length that must be watched, 0 to 1. */
  minWatched: number
  /** Only what is watched in order counts (safety officers). */
  noSkip: boolean
}

export type VideoWork = {
  /** Measured length of the file in seconds; null while it is unknown. */
  length: number | null
  watched: Interval[]
}

export type VideoMissing =
  | { word: 'film-not-ready' }
  | { word: 'watch'; minutesLeft: number; watchedPercent: number; neededPercent: number }

/** Binary fractions make 0.9 of 600 a hair more than 540. */
const HAIR = 1e-9

function progress(config: VideoConfig, work: VideoWork) {
  if (!work.length) return notYet<VideoMissing>({ word: 'film-not-ready' })
  const share = watchedShare(work.watched, work.length)
  if (share + HAIR >= config.minWatched) return confirmed()
  const secondsLeft = config.minWatched * work.length - coveredSeconds(work.watched)
  return notYet<VideoMissing>({
    word: 'watch',
    minutesLeft: Math.ceil(secondsLeft / 60),
    watchedPercent: Math.floor(share * 100),
    neededPercent: Math.round(config.minWatched * 100),
  })
}

export const video: KindFace<'video', VideoConfig, VideoWork, VideoMissing, VideoConfig> = {
  kind: 'video',
  hours: 'online',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': {
      'film-not-ready': () => '视频还没有准备好',
      watch: (m) =>
        `已看 ${m.watchedPercent}%，看到 ${m.neededPercent}% 算完成，约还需 ${m.minutesLeft} 分钟`,
    },
    en: {
      'film-not-ready': () => 'The film is not ready yet',
      watch: (m) =>
        `${m.watchedPercent}% watched, ${m.neededPercent}% needed: about ${m.minutesLeft} min to go`,
    },
  },
}
