import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': { notSet: '日期和地点还没有排定，排定后会显示在这里和“面授”页。' },
  en: { notSet: 'The day and place are not set yet. They will stand here and under “Workshops”.' },
})
