import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '新的登录码',
    lead: (name: string) => `给${name}一个新的登录码，用来重新设密码。`,
    note: '请先确认对方就是本人。旧的登录码会作废，在其他设备上的登录会结束；这次操作有记录。',
    give: '给新的登录码',
    code: '登录码',
    tell: (name: string) =>
      `请当面或打电话告诉${name}。在登录页选“第一次登录”，输入这个登录码，再设一个新密码。`,
    until: (when: string) => `有效到 ${when}，只能用一次。离开本页后不再显示。`,
    copy: '复制登录码',
    administrator: (name: string) =>
      `${name}的账号还用在您管不到的地方，只有平台管理员能给新的登录码。请让本人或您联系平台管理员。`,
    yourself: '不能给自己登录码；在“我的账号”里可以修改密码。',
    back: '返回',
  },
  en: {
    title: 'A new code',
    lead: (name: string) => `Give ${name} a new code with which to choose a new password.`,
    note: 'Make sure first that it is really them. Older codes end, and so does wherever else they are signed in; this is recorded.',
    give: 'Give a new code',
    code: 'Code',
    tell: (name: string) =>
      `Tell ${name} face to face or by telephone: choose “First time?” on the sign-in page, enter this code, and take a new password.`,
    until: (when: string) => `Good until ${when}, and once. It is not shown again after you leave this page.`,
    copy: 'Copy the code',
    administrator: (name: string) =>
      `The account of ${name} is used beyond what you look after, so only an administrator may give a new code. Please get in touch with the administrator.`,
    yourself: 'You cannot give yourself a code; change your password under “My account”.',
    back: 'Back',
  },
})
