import { confirmed, type KindFace, notYet } from '../kind'

export type RubricRow = { name: string; points: number }

export type CaseStudyConfig = {
  text: string
  rubric: RubricRow[]
  /** Counted without spaces. */
  minCharacters: number
  /** Percent; null where any mark confirms. */
  passMark: number | null
}

export type CaseStudyWork = {
  submitted: boolean
  /** The mentor has given it back to be written again, and nothing newer was submitted. */
  returned: boolean
  /** The mentor's points, row by row; null while unmarked. */
  points: number[] | null
}

export type CaseStudyMissing =
  | { word: 'write'; minCharacters: number }
  | { word: 'waiting-for-mark' }
  | { word: 'returned' }
  | { word: 'below-pass-mark'; score: number; passMark: number }

export function charactersIn(text: string): number {
  return [...text.replace(/\s+/gu, '')].length
}

/** Percent of the rubric's points, unrounded. */
export function rubricScore(rubric: RubricRow[], points: number[]): number {
  const most = rubric.reduce((sum, row) => sum + row.points, 0)
  const given = rubric.reduce((sum, row, index) => sum + Math.min(row.points, points[index] ?? 0), 0)
  return most > 0 ? (100 * given) / most : 0
}

function progress(config: CaseStudyConfig, work: CaseStudyWork) {
  const { minCharacters, passMark } = config
  if (!work.submitted) return notYet<CaseStudyMissing>({ word: 'write', minCharacters })
  if (work.returned) return notYet<CaseStudyMissing>({ word: 'returned' }, { handedIn: true })
  if (!work.points)
    return notYet<CaseStudyMissing>({ word: 'waiting-for-mark' }, { handedIn: true, awaits: 'mentor' })
  const score = rubricScore(config.rubric, work.points)
  if (passMark === null || score >= passMark) return confirmed(score)
  const missing = { word: 'below-pass-mark' as const, score: Math.floor(score * 10) / 10, passMark }
  return notYet<CaseStudyMissing>(missing, { handedIn: true, score })
}

export const caseStudy: KindFace<
  'case-study',
  CaseStudyConfig,
  CaseStudyWork,
  CaseStudyMissing,
  CaseStudyConfig
> = {
  kind: 'case-study',
  hours: 'online',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': {
      write: (m) => `写好并提交，至少 ${m.minCharacters} 字`,
      'waiting-for-mark': () => '已提交，等导学教师评分',
      returned: () => '导学教师退回了，请修改后再提交',
      'below-pass-mark': (m) => `得 ${m.score} 分，${m.passMark} 分合格；可修改后再提交`,
    },
    en: {
      write: (m) => `Write and submit at least ${m.minCharacters} characters`,
      'waiting-for-mark': () => 'Submitted; waiting for your mentor’s mark',
      returned: () => 'Your mentor returned it: revise and submit again',
      'below-pass-mark': (m) => `Marked ${m.score}, ${m.passMark} to pass: revise and submit again`,
    },
  },
}
