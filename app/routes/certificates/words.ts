import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '结业证书',
    search: '按姓名或编号查找',
    found: (n: string) => `共 ${n} 本`,
    number: '编号',
    name: '姓名',
    cohort: '期次',
    issued: '发证',
    state: '状态',
    states: { valid: '有效', revoked: '已撤销', superseded: '已换发' },
    file: '文件',
    emptyTitle: '还没有证书',
    emptyText: '在期次的“结业认定”里认定以后，就能发证。',
  },
  en: {
    title: 'Certificates',
    search: 'Search by name or number',
    found: (n: string) => `${n} in all`,
    number: 'Number',
    name: 'Name',
    cohort: 'Cohort',
    issued: 'Issued',
    state: 'State',
    states: { valid: 'Valid', revoked: 'Revoked', superseded: 'Replaced' },
    file: 'File',
    emptyTitle: 'No certificates yet',
    emptyText: 'They are issued from confirmed decisions, on a cohort’s completion page.',
  },
})
