import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    when: '时间',
    'not-set': '时间和链接还没有定，定好后会显示在这里。',
    'not-yet': (time: string) => `开始前 15 分钟，即 ${time} 起可以进入。`,
    over: '直播已经结束。如果您参加了但没有记上，请联系下方的老师登记。',
    join: '进入直播',
    joined: '已登记参加',
    link: '打开直播间',
    linkMore: '链接会在新窗口打开。',
    minutes: (n: number, needed: number) => `已登记在场 ${n} 分钟，满 ${needed} 分钟算完成`,
    needed: (n: number) => `在场满 ${n} 分钟，由教师登记后算完成`,
    refused: { 'not-set': '直播链接还没有定', 'not-yet': '还没有到可以进入的时间', over: '直播已经结束' },
  },
  en: {
    when: 'When',
    'not-set': 'The time and the link have not been set; they will be shown here.',
    'not-yet': (time: string) => `The door opens 15 minutes before the start, at ${time}.`,
    over: 'The session is over. If you took part and it was not recorded, ask whom this page names below.',
    join: 'Join',
    joined: 'Recorded as taking part',
    link: 'Open the live room',
    linkMore: 'The link opens in a new window.',
    minutes: (n: number, needed: number) => `Present for ${n} minutes as recorded; ${needed} complete it`,
    needed: (n: number) => `Done once your teacher records ${n} minutes of presence`,
    refused: {
      'not-set': 'The link has not been set yet',
      'not-yet': 'It is not time to join yet',
      over: 'The session is over',
    },
  },
})
