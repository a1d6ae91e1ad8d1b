import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    anonymous: '这份调查不记名：您的回答与您的姓名分开保存，谁也查不到是谁写的。',
    named: '这份调查记名，项目管理员可以看到您的回答。',
    scale: (from: number, to: number) => `${from} 最低，${to} 最高`,
    submit: '提交',
    thanks: '谢谢，您的回答已收到。',
    answeredTitle: '已填写',
    answered: '这份调查您已填过，每人一次，不能再改。',
    unanswered: '还有题目没有选择',
    choose: '请选择一项',
    tooLong: '有的回答太长了',
    shorten: (most: number) => `请缩短到 ${most} 字以内`,
    'module-closed': '这个模块已由管理员关闭，不再收取；可联系下方的老师申请延期',
    'cohort-closed': '本期已经结束，不再收取；可联系下方的老师',
  },
  en: {
    anonymous:
      'This survey is anonymous: answers are kept apart from names, and nobody can tell who wrote what.',
    named: 'This survey carries your name; the programme’s managers can read your answers.',
    scale: (from: number, to: number) => `${from} is lowest, ${to} is highest`,
    submit: 'Send',
    thanks: 'Thank you, your answers have arrived.',
    answeredTitle: 'Answered',
    answered: 'You have answered this survey; it is taken once and cannot be changed.',
    unanswered: 'Some questions are still open',
    choose: 'Please choose one',
    tooLong: 'Some answers are too long',
    shorten: (most: number) => `Please shorten it to ${most} characters`,
    'module-closed':
      'The manager has closed this module, so answers are not taken any more; ask whom this page names below for a later date',
    'cohort-closed':
      'The cohort has ended, so answers are not taken any more; ask whom this page names below',
  },
})
