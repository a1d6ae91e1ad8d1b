import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '批阅',
    empty: '没有等您评分的作业',
    emptyText: '学员提交案例研修或作业后会出现在这里，等得最久的排在最前。',
    task: '题目',
    version: (n: number) => `第 ${n} 次提交`,
    noText: '没有文字，只有附件',
    grade: '评分',
    graded: (name: string, score: string) => `已给 ${name} 评分：${score} 分`,
    returned: (name: string) => `已退回给 ${name}`,
    row: (name: string, most: string) => `${name}（满分 ${most}）`,
  },
  en: {
    title: 'Grading',
    empty: 'Nothing waits for your mark',
    emptyText: 'Case studies and assignments appear here once handed in, what has waited longest first.',
    task: 'The task',
    version: (n: number) => `Submission ${n}`,
    noText: 'No text, only files',
    grade: 'Give the mark',
    graded: (name: string, score: string) => `Marked ${name}: ${score} points`,
    returned: (name: string) => `Returned to ${name}`,
    row: (name: string, most: string) => `${name} (at most ${most})`,
  },
})
