import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '出具结业情况报告',
    ask: (organisation: string) => `给${organisation}出具报告？`,
    number: (number: string, version: number) => `编号 ${number}，第 ${version} 版`,
    people: '学员',
    completed: '结业',
    distinguished: '其中优秀',
    notCompleted: '未结业',
    notYet: '尚未认定',
    withdrawn: '退出',
    undecided: (n: number) => `还有 ${n} 人没有认定`,
    undecidedText: '报告里会照这样写。如果期次已经结束，请先认定结业和未结业，再出具。',
    notice:
      '报告取此刻已录入的全部记录。出具以后教育局马上能下载，不能收回、不能更改；以后有新的记录，再出新的一版，旧的仍留着。',
    press: '确认出具',
    nobody: '没有可出具的报告',
    nobodyText: '只能给所属教育局和它以下派出学员的区县出具。',
    same: (number: string) => `自 ${number} 以来没有变化`,
    sameText: (by: string, at: string) => `那一版由${by}在 ${at} 出具。有新的记录以后，才出新的一版。`,
    back: '回到结业认定',
    done: (number: string, version: number) => `已出具 ${number}（第 ${version} 版）`,
    already: (number: string, by: string, at: string) =>
      `${number} 已由${by}在 ${at} 出具，此后没有变化，没有再出。`,
    changed: '刚才显示以后，记录或编号有变化，还没有出具。下面是现在的情况，请看过再确认。',
  },
  en: {
    title: 'Issue a completion report',
    ask: (organisation: string) => `Issue the report for ${organisation}?`,
    number: (number: string, version: number) => `Number ${number}, version ${version}`,
    people: 'People',
    completed: 'Completed',
    distinguished: 'With distinction',
    notCompleted: 'Not completed',
    notYet: 'Not decided',
    withdrawn: 'Withdrawn',
    undecided: (n: number) => `${n} are not decided yet`,
    undecidedText:
      'The report will say so. Where the cohort has ended, decide who has completed and who has not before you issue it.',
    notice:
      'A report takes in all that is recorded at this moment. The bureau can download it at once; it cannot be taken back or changed. What is recorded later goes into the next version, and this one stays.',
    press: 'Yes, issue it',
    nobody: 'There is no report to issue',
    nobodyText:
      'Reports are issued for the bureau of this cohort, and for counties below it that sent people.',
    same: (number: string) => `Nothing has changed since ${number}`,
    sameText: (by: string, at: string) =>
      `${by} issued that version at ${at}. A new one can be issued once something new is recorded.`,
    back: 'Back to completion',
    done: (number: string, version: number) => `Issued as ${number} (version ${version})`,
    already: (number: string, by: string, at: string) =>
      `${by} issued ${number} at ${at}, and nothing has changed since; it was not issued again.`,
    changed:
      'The records or the number have changed since this was shown, and nothing has been issued. This is how things stand now; please look again.',
  },
})
