import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '培训项目',
    open: '开设期次',
    weeks: (from: number, until: number) => `第 ${from}—${until} 周`,
    hours: (hours: string) => `${hours} 学时`,
    optional: '选修',
    counts: (modules: number, activities: number) => `${modules} 个模块，${activities} 项学习活动`,
    version: (n: number) => `第 ${n} 版`,
  },
  en: {
    title: 'Programme',
    open: 'Open a cohort',
    weeks: (from: number, until: number) => `Weeks ${from}–${until}`,
    hours: (hours: string) => `${hours} hours`,
    optional: 'Optional',
    counts: (modules: number, activities: number) => `${modules} modules, ${activities} activities`,
    version: (n: number) => `Version ${n}`,
  },
})
