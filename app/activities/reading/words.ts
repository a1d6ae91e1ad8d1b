import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    about: (minutes: number) => `约需 ${minutes} 分钟`,
    end: '全文完',
    read: '已读',
    done: '已读完',
    recorded: '已记下：这篇已读完',
    'end-not-reached': '请读到末尾再按“已读”',
    'module-closed': '这个模块已由管理员关闭，不再计入；可联系下方的老师申请延期',
    'cohort-closed': '本期已经结束，不再计入；可联系下方的老师',
  },
  en: {
    about: (minutes: number) => `About ${minutes} minutes`,
    end: 'The end',
    read: 'I have read it',
    done: 'Read',
    recorded: 'Recorded: you have read this',
    'end-not-reached': 'Please read to the end, then press the button',
    'module-closed':
      'The manager has closed this module, so it does not count any more; ask whom this page names below for a later date',
    'cohort-closed': 'The cohort has ended, so it does not count any more; ask whom this page names below',
  },
})
