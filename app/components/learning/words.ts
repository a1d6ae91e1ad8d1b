import type { HowFar } from '~/domain/learning/activity-state'
import { defineWords } from '~/i18n'
import { plural } from '~/i18n/format'

export const words = defineWords({
  'zh-CN': {
    kinds: {
      video: '视频',
      reading: '阅读',
      quiz: '测验',
      'case-study': '案例研修',
      assignment: '作业',
      discussion: '小组讨论',
      practice: '岗位实践',
      workshop: '面授',
      live: '直播',
      survey: '调查',
    },
    opensOn: (day: string) => `${day}开放`,
    opensInWeek: (week: number, day: string) => `第 ${week} 周开放，即${day}`,
    firstDo: '先完成',
    scoreNeeded: (needed: string) => `达到 ${needed} 分后开放`,
    attendMore: (n: number) => `再出勤 ${n} 场面授后开放`,
    others: '这部分只对其他小组或单位开放；有疑问请联系页面下方的老师',
    oneOf: '满足其中一项即可',
    more: (n: number) => `还有 ${n} 项`,
    named: (title: string) => `“${title}”`,
    between: '、',
    howFar: (far: HowFar) =>
      'noted' in far
        ? `已有材料 ${far.noted} / ${far.of} 项`
        : far.watched < 0.01
          ? '已看不到 1%'
          : `已看 ${Math.floor(far.watched * 100)}%`,
    state: {
      locked: '未开放',
      open: '未完成',
      started: '进行中',
      waiting: '已提交',
      again: '需要再做',
      done: '已完成',
      over: '已截止',
      roll: '等点名',
      missed: '有缺勤',
    },
  },
  en: {
    kinds: {
      video: 'Video',
      reading: 'Reading',
      quiz: 'Quiz',
      'case-study': 'Case study',
      assignment: 'Assignment',
      discussion: 'Discussion',
      practice: 'Practice',
      workshop: 'Workshop',
      live: 'Live session',
      survey: 'Survey',
    },
    opensOn: (day: string) => `Opens on ${day}`,
    opensInWeek: (week: number, day: string) => `Opens in week ${week}, on ${day}`,
    firstDo: 'First do ',
    scoreNeeded: (needed: string) => ` opens this at ${needed} points`,
    attendMore: (n: number) => `Opens after ${plural(n, 'more workshop session', 'more workshop sessions')}`,
    others: 'Open to other groups or units only; if in doubt, ask whom this page names below',
    oneOf: 'One of these is enough',
    more: (n: number) => `and ${n} more`,
    named: (title: string) => `“${title}”`,
    between: ', ',
    howFar: (far: HowFar) =>
      'noted' in far
        ? `evidence for ${far.noted} of ${far.of} items`
        : far.watched < 0.01
          ? 'less than 1% watched'
          : `${Math.floor(far.watched * 100)}% watched`,
    state: {
      locked: 'Locked',
      open: 'Not done yet',
      started: 'In progress',
      waiting: 'Handed in',
      again: 'To be done again',
      done: 'Done',
      over: 'Closed',
      roll: 'Roll not taken yet',
      missed: 'Session missed',
    },
  },
})
