import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    fileName: (cohort: string) => `${cohort} 登录条.pdf`,
    nobody: '这一期还没有学员，没有登录条可以打印。请先导入名单。',
  },
  en: {
    fileName: (cohort: string) => `${cohort} sign-in slips.pdf`,
    nobody: 'Nobody is enrolled in this cohort yet, so there are no slips to print. Import a roster first.',
  },
})
