import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    theCase: '案例',
    rubric: '评分标准',
    passMark: (n: number) => `${n} 分合格`,
    write: '写出您的分析',
    again: '修改后再提交',
    hint: (n: number) => `至少 ${n} 字，不计空格`,
    counted: (n: number, least: number) =>
      n >= least ? `已写 ${n} 字` : `已写 ${n} 字，还差 ${least - n} 字`,
    submit: '提交',
    handedIn: '已提交，等导学教师评分',
    waiting: '已提交，等导学教师评分。要修改，请导学教师先退回。',
    earlier: (n: number) => `以前的提交（${n}）`,
    refused: {
      'too-short': (has: number, least: number) => `只有 ${has} 字，至少要 ${least} 字（不计空格）`,
      'too-long': '太长了，最多 20,000 字',
      'waiting-for-mark': '您已经提交过了，正在等评分。要修改，请导学教师先退回。',
      confirmed: '这份案例研修已经完成，不用再提交',
      'no-submissions-left': '提交次数已用完，可请管理员增加一次',
      'module-closed': '这个模块已经关闭，不再接受提交。可请管理员延期。',
      'cohort-closed': '本期已经结束，不再接受提交。可请管理员延期。',
    },
  },
  en: {
    theCase: 'The case',
    rubric: 'How it is marked',
    passMark: (n: number) => `${n} to pass`,
    write: 'Write your analysis',
    again: 'Revise and submit again',
    hint: (n: number) => `At least ${n} characters, spaces not counted`,
    counted: (n: number, least: number) =>
      n >= least ? `${n} characters so far` : `${n} characters so far, ${least - n} to go`,
    submit: 'Submit',
    handedIn: 'Submitted; your mentor will mark it',
    waiting:
      'Submitted and waiting for your mentor’s mark. To change it, ask your mentor to return it first.',
    earlier: (n: number) => `Earlier submissions (${n})`,
    refused: {
      'too-short': (has: number, least: number) =>
        `It has ${has} characters and needs at least ${least}, spaces not counted`,
      'too-long': 'Too long: at most 20,000 characters',
      'waiting-for-mark':
        'You have submitted already, and it waits for its mark. To change it, ask your mentor to return it first.',
      confirmed: 'This case study is done; there is nothing more to submit',
      'no-submissions-left': 'No submissions are left; your manager can allow one more',
      'module-closed':
        'This module is closed and takes nothing more. Your manager can give you a later date.',
      'cohort-closed':
        'This cohort has ended and takes nothing more. Your manager can give you a later date.',
    },
  },
})
