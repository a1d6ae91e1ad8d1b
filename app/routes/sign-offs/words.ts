import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '实践审核',
    empty: '没有等您审核的实践',
    emptyText: '学员的材料交齐后会出现在这里，等得最久的排在最前。',
    noEvidence: '没有文字',
    sign: '审核通过',
    signed: (name: string, mark: string) => `${name} 的实践已审核：${mark} 分`,
    returned: (name: string) => `已退回给 ${name}`,
    before: (comment: string) => `上次退回时写的是：${comment}`,
  },
  en: {
    title: 'Practice sign-off',
    empty: 'No practice waits for you',
    emptyText: 'Practice appears here once its evidence is complete, what has waited longest first.',
    noEvidence: 'No text',
    sign: 'Sign off',
    signed: (name: string, mark: string) => `Signed off ${name}’s practice: ${mark} points`,
    returned: (name: string) => `Returned to ${name}`,
    before: (comment: string) => `When it was returned: ${comment}`,
  },
})
