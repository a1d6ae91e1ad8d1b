import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '我的小组',
    signOffs: '等我审核',
    grading: '等我评分',
    leaves: '请假待批',
    missedRolls: (n: number) => `有 ${n} 场已经结束，还没有点齐名`,
    allRolls: '全部场次',
    talk: '小组讨论',
    unread: (n: number) => `${n} 条新消息`,
    quiet: '安静的人',
    behind: '落后的人',
    people: (n: number) => `${n} 人`,
    quietFor: (day: string) => `最近一次学习：${day}`,
    never: '还没有开始学习',
    quietTag: (days: number) => `${days} 天没有学习`,
    behindTag: (n: number) => `落后 ${n} 项`,
    waitingTag: (n: number) => `${n} 项等评定`,
    call: (name: string) => `给${name}打电话`,
    empty: '您现在没有带小组',
    emptyText: '管理员给您分配小组后，小组和学员会出现在这里。',
  },
  en: {
    title: 'My groups',
    signOffs: 'To sign off',
    grading: 'To mark',
    leaves: 'Ask for leave',
    missedRolls: (n: number) =>
      n === 1
        ? 'A session is over and its roll is not complete'
        : `${n} sessions are over and their rolls are not complete`,
    allRolls: 'All sessions',
    talk: 'Group discussion',
    unread: (n: number) => `${n} new`,
    quiet: 'Quiet',
    behind: 'Behind',
    people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
    quietFor: (day: string) => `last worked ${day}`,
    never: 'has not begun',
    quietTag: (days: number) => `quiet for ${days} days`,
    behindTag: (n: number) => `${n} behind`,
    waitingTag: (n: number) => (n === 1 ? '1 waits for a mark' : `${n} wait for a mark`),
    call: (name: string) => `Telephone ${name}`,
    empty: 'You guide no group now',
    emptyText: 'Once a manager gives you a group, it appears here with its people.',
  },
})
