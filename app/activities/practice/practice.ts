import { confirmed, type KindFace, notYet } from '../kind'

export type EvidenceKind = 'text' | 'photo' | 'file'

export type PracticeConfig = {
  instructions: string
  /** Numbered from one. */
  items: string[]
  /** What may stand as evidence of an item; one piece of any of these is enough for each. */
  evidence: EvidenceKind[]
}

export type PracticeWork = {
  evidence: { item: number; kind: EvidenceKind }[]
  /** Given back, and nothing newer submitted. */
  returned: boolean
  /** The mentor's mark, 0 to 100, while the signature stands. */
  signedOff: number | null
}

export type PracticeMissing =
  | { word: 'evidence'; items: number; of: number }
  | { word: 'returned' }
  | { word: 'waiting-for-signature' }

/** Numbers of the items that have no evidence yet, in order. */
export function itemsWithoutEvidence(config: PracticeConfig, evidence: PracticeWork['evidence']): number[] {
  const has = (item: number) =>
    evidence.some((one) => one.item === item && config.evidence.includes(one.kind))
  return config.items.map((_, index) => index + 1).filter((item) => !has(item))
}

function progress(config: PracticeConfig, work: PracticeWork) {
  const items = itemsWithoutEvidence(config, work.evidence).length
  if (items) return notYet<PracticeMissing>({ word: 'evidence', items, of: config.items.length })
  if (work.returned) return notYet<PracticeMissing>({ word: 'returned' }, { handedIn: true })
  if (work.signedOff === null) {
    return notYet<PracticeMissing>({ word: 'waiting-for-signature' }, { handedIn: true, awaits: 'mentor' })
  }
  return confirmed(work.signedOff)
}

export const practice: KindFace<'practice', PracticeConfig, PracticeWork, PracticeMissing, PracticeConfig> = {
  kind: 'practice',
  hours: 'practice',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': {
      evidence: (m) => `共 ${m.of} 项，还有 ${m.items} 项没有材料`,
      returned: () => '导学教师退回了，请补充后再提交',
      'waiting-for-signature': () => '材料已齐，等导学教师审核',
    },
    en: {
      evidence: (m) => `${m.items} of ${m.of} items still without evidence`,
      returned: () => 'Your mentor returned it: add to it and submit again',
      'waiting-for-signature': () => 'All evidence is in; waiting for your mentor to sign',
    },
  },
}
