import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '期次',
    open: '开设期次',
    name: '期次',
    programme: '培训项目',
    dates: '起止',
    seats: '名额',
    enrolled: '报名',
    state: '状态',
    states: { 'not-started': '未开始', running: '进行中', over: '已结束' },
    emptyTitle: '还没有期次',
    emptyText: '期次是培训项目的一次开班：有起止日期、名额、学员和导学小组。',
    heldFor: (name: string) => `为${name}开设`,
    caption: '您管理的期次',
  },
  en: {
    title: 'Cohorts',
    open: 'Open a cohort',
    name: 'Cohort',
    programme: 'Programme',
    dates: 'Dates',
    seats: 'Places',
    enrolled: 'Enrolled',
    state: 'State',
    states: { 'not-started': 'Not started', running: 'Running', over: 'Over' },
    emptyTitle: 'No cohorts yet',
    emptyText: 'A cohort is one run of a programme: dates, quotas, trainees and their mentor groups.',
    heldFor: (name: string) => `for ${name}`,
    caption: 'Cohorts that you manage',
  },
})
