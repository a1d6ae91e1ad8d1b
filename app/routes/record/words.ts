import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': { title: '我的学习记录', missing: '结业条件与证书', account: '我的账号' },
  en: { title: 'My record', missing: 'Completion and certificate', account: 'My account' },
})
