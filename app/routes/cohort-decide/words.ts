import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    titles: { completed: '认定结业', 'not-completed': '认定未结业' },
    ask: {
      completed: (n: number) => `认定 ${n} 人结业？`,
      'not-completed': (n: number) => `把其余 ${n} 人认定为未结业？`,
    },
    met: '认定结业',
    distinguished: '其中优秀',
    notMet: '认定未结业',
    left: '不在其中',
    who: {
      completed: (n: number) => `将认定结业的 ${n} 人`,
      'not-completed': (n: number) => `将认定为未结业的 ${n} 人`,
    },
    lacks: (what: string) => `还缺${what}`,
    notice: {
      completed:
        '认定取此刻已录入的全部记录，认定以后才能发证。作出的认定不能删除；以后有新的记录，可以再认定一次，两次都留着。',
      'not-completed':
        '只在期次结束时用，写进结业情况报告。作出的认定不能删除；以后补训的，可以再认定一次，两次都留着。',
    },
    press: {
      completed: (n: number) => `确认认定 ${n} 人结业`,
      'not-completed': (n: number) => `确认认定 ${n} 人未结业`,
    },
    word: '未结业',
    wrongWord: '请照样输入“未结业”。',
    nobody: { completed: '现在没有待认定的人', 'not-completed': '现在没有可认定为未结业的人' },
    nobodyText: '满足全部结业条件的人，在这里等待认定；每人还缺什么，见名单。',
    back: '回到结业认定',
    done: (n: number) => `已认定 ${n} 人`,
    already: (n: number, by: string, at: string) => `这 ${n} 人已由${by}在 ${at} 认定，没有再认定。`,
    changed: '刚才显示以后，情况有变化，还没有认定任何人。下面是现在的情况，请看过再确认。',
  },
  en: {
    titles: { completed: 'Confirm completion', 'not-completed': 'Decide as not completed' },
    ask: {
      completed: (n: number) => `Confirm completion of ${n}?`,
      'not-completed': (n: number) => `Decide the other ${n} as not completed?`,
    },
    met: 'Completed',
    distinguished: 'With distinction',
    notMet: 'Not completed',
    left: 'Not among them',
    who: {
      completed: (n: number) => `Whose completion will be confirmed (${n})`,
      'not-completed': (n: number) => `Who will be decided as not completed (${n})`,
    },
    lacks: (what: string) => `lacks ${what}`,
    notice: {
      completed:
        'A decision takes in all that is recorded at this moment, and certificates follow from it. It cannot be deleted; on new records somebody can be decided again, and both decisions stay.',
      'not-completed':
        'For the end of the cohort; the completion report will say so. A decision cannot be deleted; who makes something up later can be decided again, and both decisions stay.',
    },
    press: {
      completed: (n: number) => `Yes, confirm completion of ${n}`,
      'not-completed': (n: number) => `Yes, decide ${n} as not completed`,
    },
    word: 'not completed',
    wrongWord: 'Please type “not completed” as it is written.',
    nobody: {
      completed: 'Nobody is waiting for a decision',
      'not-completed': 'There is nobody to decide as not completed',
    },
    nobodyText: 'Who meets all conditions waits here for a decision; the list says what each person lacks.',
    back: 'Back to completion',
    done: (n: number) => `${n} decided`,
    already: (n: number, by: string, at: string) =>
      `${by} decided these ${n} at ${at}; they were not decided again.`,
    changed:
      'Something has changed since this was shown, and nobody has been decided. This is how things stand now; please look again.',
  },
})
