import { confirmed, type KindFace, notYet } from '../kind'

/** What may be handed in: files by the end of their name, or text written in the page. */
export type Accepted = 'docx' | 'pdf' | 'text'

export type AssignmentConfig = {
  instructions: string
  accepts: Accepted[]
  maxFiles: number
  maxMegabytes: number
  /** Percent. */
  passMark: number
  /** How often one may submit again after the first time; a concession adds to it. */
  resubmissions: number
}

export type AssignmentWork = {
  submissions: number
  extraSubmissions: number
  /** Given back, and nothing newer submitted. */
  returned: boolean
  /** Mark of the newest submission, 0 to 100; null while unmarked. */
  mark: number | null
}

export type AssignmentMissing =
  | { word: 'submit' }
  | { word: 'waiting-for-mark' }
  | { word: 'returned'; submissionsLeft: number }
  | { word: 'below-pass-mark'; mark: number; passMark: number; submissionsLeft: number }
  | { word: 'no-submissions-left'; passMark: number }

/** `bytes` of each file, and its name as the device gave it. */
export type HandedInFile = { name: string; bytes: number }

export type HandInRefusal = 'nothing' | 'too-many-files' | 'file-too-large' | 'file-kind' | 'text-not-taken'

export function submissionsLeft(config: AssignmentConfig, work: AssignmentWork): number {
  return Math.max(0, 1 + config.resubmissions + work.extraSubmissions - work.submissions)
}

export function refusalToHandIn(
  config: AssignmentConfig,
  files: HandedInFile[],
  text: string,
): HandInRefusal | null {
  const written = text.trim() !== ''
  if (!files.length && !written) return 'nothing'
  if (written && !config.accepts.includes('text')) return 'text-not-taken'
  if (files.length > config.maxFiles) return 'too-many-files'
  if (files.some((file) => file.bytes > config.maxMegabytes * 1024 * 1024)) return 'file-too-large'
  const endings = config.accepts.filter((kind) => kind !== 'text').map((kind) => `.${kind}`)
  const fits = (file: HandedInFile) => endings.some((ending) => file.name.toLowerCase().endsWith(ending))
  return files.every(fits) ? null : 'file-kind'
}

function progress(config: AssignmentConfig, work: AssignmentWork) {
  if (!work.submissions) return notYet<AssignmentMissing>({ word: 'submit' })
  const left = submissionsLeft(config, work)
  const { mark } = work
  const { passMark } = config
  const so = { handedIn: true, score: work.returned ? null : mark }
  if (!work.returned && mark === null)
    return notYet<AssignmentMissing>({ word: 'waiting-for-mark' }, { ...so, awaits: 'mentor' })
  if (!work.returned && mark !== null && mark >= passMark) return confirmed(mark)
  if (left === 0) {
    return notYet<AssignmentMissing>({ word: 'no-submissions-left', passMark }, { ...so, awaits: null })
  }
  if (work.returned || mark === null) {
    return notYet<AssignmentMissing>({ word: 'returned', submissionsLeft: left }, so)
  }
  return notYet<AssignmentMissing>({ word: 'below-pass-mark', mark, passMark, submissionsLeft: left }, so)
}

export const assignment: KindFace<
  'assignment',
  AssignmentConfig,
  AssignmentWork,
  AssignmentMissing,
  AssignmentConfig
> = {
  kind: 'assignment',
  hours: 'online',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': {
      submit: () => '还没有提交',
      'waiting-for-mark': () => '已提交，等导学教师评分',
      returned: (m) => `已退回，修改后再提交，还可提交 ${m.submissionsLeft} 次`,
      'below-pass-mark': (m) => `得 ${m.mark} 分，${m.passMark} 分合格，还可提交 ${m.submissionsLeft} 次`,
      'no-submissions-left': (m) => `未到 ${m.passMark} 分，提交次数已用完；可请管理员增加一次`,
    },
    en: {
      submit: () => 'Not submitted yet',
      'waiting-for-mark': () => 'Submitted; waiting for your mentor’s mark',
      returned: (m) => `Returned: revise and submit again (${m.submissionsLeft} left)`,
      'below-pass-mark': (m) =>
        `Marked ${m.mark}, ${m.passMark} to pass: submit again (${m.submissionsLeft} left)`,
      'no-submissions-left': (m) =>
        `Below ${m.passMark}, and no submissions left; your manager can allow one more`,
    },
  },
}
