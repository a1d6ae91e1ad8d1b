import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '自助签到',
    how: '请打开“面授”，输入这六位签到码：',
    until: (time: string) => `${time} 前有效`,
    count: (n: number, of: number) => `已签到 ${n} / ${of} 人`,
    open: '显示签到码',
    renew: '换一个签到码',
    closed: '现在没有签到码。',
    refused: {
      'too-early': (time: string) => `开场前 30 分钟（${time}）起可以签到。`,
      over: (time: string) => `这一场已在 ${time} 结束，请用点名补记。`,
    },
  },
  en: {
    title: 'Check in',
    how: 'Open “Workshops” and type these six characters:',
    until: (time: string) => `good until ${time}`,
    count: (n: number, of: number) => `${n} of ${of} have checked in`,
    open: 'Show the code',
    renew: 'Change the code',
    closed: 'No code is open now.',
    refused: {
      'too-early': (time: string) => `Check-in opens 30 minutes before the session, at ${time}.`,
      over: (time: string) => `The session ended at ${time}. Use the roll to add who was there.`,
    },
  },
})
