import { confirmed, type KindFace, notYet } from '../kind'

export type ReadingConfig = {
  /** Paragraphs are parted by an empty line. */
  text: string
  /** The author's estimate. */
  minutes: number
}

export type ReadingWork = { endReached: boolean; readPressed: boolean }

export type ReadingMissing = { word: 'read-to-end' } | { word: 'press-read' }

/** 'Read' pressed without the end reached is no reading. */
function progress(_config: ReadingConfig, work: ReadingWork) {
  if (!work.endReached) return notYet<ReadingMissing>({ word: 'read-to-end' })
  if (!work.readPressed) return notYet<ReadingMissing>({ word: 'press-read' })
  return confirmed()
}

export const reading: KindFace<'reading', ReadingConfig, ReadingWork, ReadingMissing, ReadingConfig> = {
  kind: 'reading',
  hours: 'online',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': {
      'read-to-end': () => '读到末尾，再按“已读”',
      'press-read': () => '已读到末尾，按“已读”就完成',
    },
    en: {
      'read-to-end': () => 'Read to the end, then press “Read”',
      'press-read': () => 'You have reached the end: press “Read” to finish',
    },
  },
}
