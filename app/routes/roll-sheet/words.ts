import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': { fileName: (group: string, session: string) => `${group} ${session} 签到表.pdf` },
  en: { fileName: (group: string, session: string) => `${group} ${session} roll.pdf` },
})
