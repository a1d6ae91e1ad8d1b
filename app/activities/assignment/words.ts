import { defineWords } from '~/i18n'
import { plural } from '~/i18n/format'

export const words = defineWords({
  'zh-CN': {
    task: '作业要求',
    passMark: (n: number) => `${n} 分合格`,
    left: (n: number) => `还可提交 ${n} 次`,
    text: '正文',
    textHint: '可以直接写，也可以只交附件',
    files: '附件',
    filesHint: (kinds: string, most: number, size: number) =>
      `可交 ${kinds}，最多 ${most} 个，每个不超过 ${size} MB`,
    between: '、',
    submit: '提交',
    again: '修改后再提交',
    handedIn: '已提交，等导学教师评分',
    waiting: '已提交，等导学教师评分。要修改，请导学教师先退回。',
    noneLeft: '提交次数已用完。可请管理员增加一次。',
    earlier: (n: number) => `以前的提交（${n}）`,
    refused: {
      nothing: '请写正文或选择附件',
      'text-not-taken': '这份作业只收附件，不收正文',
      'too-many-files': '附件太多了',
      'file-too-large': '有附件太大了',
      'file-kind': '附件不是要求的类型，或者内容与扩展名不符',
      'empty-file': '有附件是空的，请重新选择',
      'photo-unreadable': '有图片打不开，请重新选择',
      'too-long': '正文太长了，最多 20,000 字',
      'waiting-for-mark': '您已经提交过了，正在等评分。要修改，请导学教师先退回。',
      confirmed: '这份作业已经完成，不用再提交',
      'no-submissions-left': '提交次数已用完，可请管理员增加一次',
      'module-closed': '这个模块已经关闭，不再接受提交。可请管理员延期。',
      'cohort-closed': '本期已经结束，不再接受提交。可请管理员延期。',
    },
    ofFile: (sentence: string, name: string) => `${sentence}：${name}`,
  },
  en: {
    task: 'The task',
    passMark: (n: number) => `${n} to pass`,
    left: (n: number) => `${plural(n, 'submission')} left`,
    text: 'Text',
    textHint: 'Write here, or hand in files only',
    files: 'Files',
    filesHint: (kinds: string, most: number, size: number) =>
      `${kinds}, at most ${plural(most, 'file')} of ${size} MB each`,
    between: ', ',
    submit: 'Submit',
    again: 'Revise and submit again',
    handedIn: 'Submitted; your mentor will mark it',
    waiting:
      'Submitted and waiting for your mentor’s mark. To change it, ask your mentor to return it first.',
    noneLeft: 'No submissions are left. Your manager can allow one more.',
    earlier: (n: number) => `Earlier submissions (${n})`,
    refused: {
      nothing: 'Write some text or choose a file',
      'text-not-taken': 'This assignment takes files only, no text',
      'too-many-files': 'Too many files',
      'file-too-large': 'A file is too large',
      'file-kind': 'A file is not of the kinds asked for, or is not what its name says',
      'empty-file': 'A file is empty; choose it again',
      'photo-unreadable': 'A picture cannot be read; choose it again',
      'too-long': 'The text is too long: at most 20,000 characters',
      'waiting-for-mark':
        'You have submitted already, and it waits for its mark. To change it, ask your mentor to return it first.',
      confirmed: 'This assignment is done; there is nothing more to submit',
      'no-submissions-left': 'No submissions are left; your manager can allow one more',
      'module-closed':
        'This module is closed and takes nothing more. Your manager can give you a later date.',
      'cohort-closed':
        'This cohort has ended and takes nothing more. Your manager can give you a later date.',
    },
    ofFile: (sentence: string, name: string) => `${sentence}: ${name}`,
  },
})
