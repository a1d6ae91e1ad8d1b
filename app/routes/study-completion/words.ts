import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '结业情况',
    over: '我的 · 结业情况',
    parts: '结业条件',
    decided: '项目管理员已认定结业',
    notDecided: '全部达到以后，由项目管理员认定，再发证书。',
    certificate: '结业证书',
    download: '下载证书',
    english: '英文版',
    expires: (day: string) => `有效期至${day}`,
    revoked: '已撤销',
    superseded: (number: string) => `已换发 ${number}`,
    record: '每一学时都能点开，看它从哪里来。',
  },
  en: {
    title: 'Completion',
    over: 'Me · Completion',
    parts: 'Conditions for completion',
    decided: 'Your completion is confirmed',
    notDecided: 'Once all are met, your programme manager confirms it and issues the certificate.',
    certificate: 'Certificate',
    download: 'Download the certificate',
    english: 'In English',
    expires: (day: string) => `Valid until ${day}`,
    revoked: 'Revoked',
    superseded: (number: string) => `Replaced by ${number}`,
    record: 'Each credit hour can be opened to see where it comes from.',
  },
})
