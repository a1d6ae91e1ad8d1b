import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    photoAlt: (name: string) => `照片：${name}`,
    files: '附件',
    points: (given: string, most: string) => `${given} / ${most} 分`,
    outOf: (most: string) => `${most} 分`,
    rubric: '评分标准',
    graded: (score: string) => `${score} 分`,
    signed: (mark: string) => `已审核，${mark} 分`,
    returned: '已退回',
    by: (name: string, day: string) => `${name}，${day}`,
    late: '补交',
    version: (n: number) => `第 ${n} 次提交`,
    noText: '没有文字，只有附件',
  },
  en: {
    photoAlt: (name: string) => `Photo: ${name}`,
    files: 'Files',
    points: (given: string, most: string) => `${given} of ${most} points`,
    outOf: (most: string) => `${most} points`,
    rubric: 'How it is marked',
    graded: (score: string) => `${score} points`,
    signed: (mark: string) => `Signed off, ${mark} points`,
    returned: 'Returned',
    by: (name: string, day: string) => `${name}, ${day}`,
    late: 'Late',
    version: (n: number) => `Submission ${n}`,
    noText: 'No text, only files',
  },
})
