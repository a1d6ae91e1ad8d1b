import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '查看各期',
    lead: '平台管理员平时看不到各期的学员。确有需要时写明理由，可以查看一小时；理由写入审计记录。',
    note: (runBy: string, day: string) => `${runBy}，${day}开始`,
    open: '写明理由后查看',
    reason: '理由',
    look: '查看一小时',
    until: (time: string) => `可以看到 ${time}`,
    enter: '进入',
    empty: '还没有开办任何一期',
    absent: '这一期已不在了',
    'no-reason': '请写明理由',
  },
  en: {
    title: 'Look into a cohort',
    lead: 'An administrator does not see the people of a cohort. With a reason you may look for an hour; the reason goes into the audit trail.',
    note: (runBy: string, day: string) => `${runBy}, from ${day}`,
    open: 'Look, with a reason',
    reason: 'Reason',
    look: 'Look for an hour',
    until: (time: string) => `Open until ${time}`,
    enter: 'Enter',
    empty: 'No cohort has been opened yet',
    absent: 'This cohort is gone',
    'no-reason': 'Please say why',
  },
})
