import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '结业情况报告',
    number: '文号',
    cohort: '期次',
    organisation: '单位',
    version: '版本',
    nth: (n: number) => `第 ${n} 版`,
    people: '人数',
    cutOff: '统计截至',
    issued: '出具',
    by: (name: string, when: string) => `${name}，${when}`,
    files: '下载',
    hash: '内容摘要',
    emptyTitle: '还没有报告',
    emptyText: '期次结束、项目管理员出具报告以后，可在这里下载 PDF 和 XLSX。每次下载都有记录。',
  },
  en: {
    title: 'Completion reports',
    number: 'Number',
    cohort: 'Cohort',
    organisation: 'Organisation',
    version: 'Version',
    nth: (n: number) => `Version ${n}`,
    people: 'People',
    cutOff: 'As recorded by',
    issued: 'Issued',
    by: (name: string, when: string) => `${name}, ${when}`,
    files: 'Download',
    hash: 'Digest',
    emptyTitle: 'No reports yet',
    emptyText:
      'When a cohort has ended and its manager issues the report, it can be downloaded here as PDF and XLSX. Each download is recorded.',
  },
})
