import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    missing: '学习活动',
    hours: (n: string) => `${n} 学时`,
    optional: '选修',
    outline: '返回课程',
    due: (day: string) => `${day}截止`,
    overdue: (day: string) => `已过${day}的截止时间，仍可完成，记为补交`,
    later: (day: string) => `已为您延期到${day}`,
    closed: {
      'module-closed': '这个模块已由管理员关闭：内容可以看，但不再计入。如需补做，请联系下方的老师申请延期。',
      'cohort-closed': '本期已经结束：内容可以看，但不再计入。如需补做，请联系下方的老师。',
    },
    lockedTitle: '这项活动还没有开放',
    withdrawnTitle: '您已退出本期',
    withdrawn: '已有的学习记录仍在，但不能继续学习。如需复学，请联系下方的老师。',
    late: '补交',
    score: (score: string) => `${score} 分`,
  },
  en: {
    missing: 'Activity',
    hours: (n: string) => `${n} credit hours`,
    optional: 'Optional',
    outline: 'Back to the outline',
    due: (day: string) => `Due ${day}`,
    overdue: (day: string) => `The deadline was ${day}; it is still taken, marked as late`,
    later: (day: string) => `Your own deadline: ${day}`,
    closed: {
      'module-closed':
        'The manager has closed this module: you can read it, but nothing more counts. To make it up, ask whom this page names below for a later date.',
      'cohort-closed':
        'The cohort has ended: you can read it, but nothing more counts. To make it up, ask whom this page names below.',
    },
    lockedTitle: 'This activity is not open yet',
    withdrawnTitle: 'You have withdrawn from this cohort',
    withdrawn: 'Your record is kept, but you cannot go on. To come back, ask whom this page names below.',
    late: 'Late',
    score: (score: string) => `${score} points`,
  },
})
