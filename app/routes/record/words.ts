import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': { title: '我的学习记录', missing: '查看还差什么', account: '我的账号' },
  en: { title: 'My record', missing: 'See what is missing', account: 'My account' },
})
