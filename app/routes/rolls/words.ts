import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '点名',
    turn: (n: number) => `第 ${n} 批`,
    called: '已点齐',
    marked: (marked: number, expected: number) => `已点 ${marked} / ${expected}`,
    notCalled: (expected: number) => `未点名 · ${expected} 人`,
    toCome: (expected: number) => `未开始 · ${expected} 人`,
    leaves: (n: number) => `${n} 人请假待批`,
    empty: '还没有面授场次',
    emptyText: '项目管理员排好面授的日期、学习基地和批次后，您负责的场次会列在这里。',
  },
  en: {
    title: 'Roll call',
    turn: (n: number) => `turn ${n}`,
    called: 'All called',
    marked: (marked: number, expected: number) => `${marked} of ${expected} called`,
    notCalled: (expected: number) => `Not called · ${expected} people`,
    toCome: (expected: number) => `Not started · ${expected} people`,
    leaves: (n: number) => (n === 1 ? '1 asks for leave' : `${n} ask for leave`),
    empty: 'There are no sessions yet',
    emptyText:
      'Once the manager has set the days, venues and turns of the workshops, your sessions are listed here.',
  },
})
