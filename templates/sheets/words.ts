import { dayOf, longDate } from '../locale'
import type { RollFacts } from './roll'
import type { SignInSlipsFacts } from './sign-in-slips'

type Titled = Pick<SignInSlipsFacts, 'programmeTitle' | 'programmeTitleEn' | 'cohortTitle' | 'cohortTitleEn'>
type Contact = SignInSlipsFacts['contact']

const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const zhTitle = (facts: Titled) => `${facts.programmeTitle}${facts.cohortTitle}`
const enTitle = (facts: Titled) =>
  `${facts.programmeTitleEn ?? facts.programmeTitle}, ${facts.cohortTitleEn ?? facts.cohortTitle}`

export const slipWords = {
  'zh-CN': {
    title: '登录条',
    of: zhTitle,
    cut: '沿虚线裁开，交给本人',
    count: (slips: number) => `${slips} 人`,
    page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
    way: { telephone: '用手机号登录', 'identity-number': '用身份证号登录' },
    code: '登录码',
    asBefore: '按原来的方式登录：您已有账号，密码不变。',
    qr: '登录网页的二维码',
    firstTime: (url: string, until: string) =>
      `扫码或打开 ${url}，首次登录输入登录码，再设自己的密码。${longDate('zh-CN', until)}前有效，只能用一次。`,
    where: (url: string) => `扫码或打开 ${url}。忘记密码请找下面的联系人。`,
    ask: ({ name, telephone, hours }: Contact) =>
      `有问题找${name}，电话 ${telephone}${hours ? `（${hours}）` : ''}`,
  },
  en: {
    title: 'sign-in slips',
    of: enTitle,
    cut: 'cut along the lines and hand each to its owner',
    count: (slips: number) => (slips === 1 ? '1 person' : `${slips} people`),
    page: (page: number, of: number) => `Page ${page} of ${of}`,
    way: { telephone: 'Sign in by telephone', 'identity-number': 'Sign in by identity number' },
    code: 'Code',
    asBefore: 'Sign in as before: you have an account, and its password has not changed.',
    qr: 'QR code of the sign-in page',
    firstTime: (url: string, until: string) =>
      `Scan, or open ${url}, enter the code once and choose a password. Good until ${longDate('en', until)}.`,
    where: (url: string) => `Scan, or open ${url}. If you have forgotten the password, ask below.`,
    ask: ({ name, telephone, hours }: Contact) =>
      `Ask ${name}, telephone ${telephone}${hours ? ` (${hours})` : ''}`,
  },
}

export const rollWords = {
  'zh-CN': {
    title: '签到表',
    of: zhTitle,
    session: ({ workshopTitle, sessionTitle }: RollFacts) => `${workshopTitle} · ${sessionTitle}`,
    when: (facts: RollFacts) => `${zhDay(facts.on)} ${facts.from}–${facts.until}　${facts.venue}`,
    group: (name: string, mentor: string | null, people: number) =>
      `${name}　${mentor ? `导学教师 ${mentor}　` : ''}${people} 人`,
    columns: { order: '序号', name: '姓名', unit: '单位', signature: '签名', note: '备注' },
    signed: '点名人签名：',
    page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
  },
  en: {
    title: 'Attendance sheet',
    of: enTitle,
    session: ({ workshopTitle, sessionTitle }: RollFacts) => `${workshopTitle} · ${sessionTitle}`,
    when: (facts: RollFacts) =>
      `${weekday('en', facts.on)}, ${longDate('en', facts.on)}, ${facts.from}–${facts.until} · ${facts.venue}`,
    group: (name: string, mentor: string | null, people: number) =>
      `${name} · ${mentor ? `mentor ${mentor} · ` : ''}${people === 1 ? '1 person' : `${people} people`}`,
    columns: { order: 'No.', name: 'Name', unit: 'Unit', signature: 'Signature', note: 'Note' },
    signed: 'Roll called by:',
    page: (page: number, of: number) => `Page ${page} of ${of}`,
  },
}

function zhDay(day: string) {
  return `${longDate('zh-CN', day)}（${weekday('zh-CN', day)}）`
}

function weekday(locale: 'zh-CN' | 'en', date: string) {
  const { year, month, day } = dayOf(date)
  return weekdays[locale][new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
}
