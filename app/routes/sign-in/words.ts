import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '登录',
    name: '手机号、身份证号或邮箱',
    password: '密码',
    signIn: '登录',
    first: '第一次登录？请用登录条上的登录码',
    forgotten: '忘记密码',
    wrong: '账号或密码不对。第一次登录请用登录条上的登录码。',
    tooMany: (minutes: number) =>
      `密码错了太多次。请 ${minutes} 分钟后再试，或换一个以前登录过的设备；也可以请导学教师或项目管理员给您新的登录码。`,
    tooBusy: '现在登录的人很多，请过几秒再试一次。',
    demonstration: '演示',
    demonstrationNote: '这是演示系统，人名和数据都是虚构的。按一下就以这个人的身份登录：',
    past: (anchor: string) =>
      `演示数据停在 ${anchor} 那一周，现在已经过了那一周。要在内置数据库里重新生成，请停止程序，再运行：`,
    roles: {
      administrator: '平台管理员',
      manager: '项目管理员',
      'bureau-officer': '区县教育局',
      mentor: '导学教师',
      instructor: '授课教师',
      trainee: '学员',
    },
    absent: '演示里没有这个人。',
  },
  en: {
    title: 'Sign in',
    name: 'Mobile, identity number or e-mail',
    password: 'Password',
    signIn: 'Sign in',
    first: 'First time? Use the code on your slip',
    forgotten: 'Forgotten password',
    wrong: 'The account or the password is wrong. For the first time, use the code on your slip.',
    tooMany: (minutes: number) =>
      `Too many wrong passwords. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, or from a device that you have signed in with before; your mentor or manager can also give you a new code.`,
    tooBusy: 'Many people are signing in just now. Please try again in a few seconds.',
    demonstration: 'Demonstration',
    demonstrationNote:
      'This is a demonstration; its people and data are made up. One press signs you in as one of them:',
    past: (anchor: string) =>
      `The demonstration was laid for the week of ${anchor}, which is over. To lay it anew in the embedded database, stop the program and run:`,
    roles: {
      administrator: 'Administrator',
      manager: 'Programme manager',
      'bureau-officer': 'Bureau officer',
      mentor: 'Mentor',
      instructor: 'Instructor',
      trainee: 'Trainee',
    },
    absent: 'Nobody in the demonstration is called so.',
  },
})
