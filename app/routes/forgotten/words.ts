import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '忘记密码',
    lead: '共学不发短信，也不发邮件。请一个认识您的人当面或打电话给您一个新的登录码：',
    trainee: '学员',
    traineeNote: '请找本组的导学教师。联系不上时，找本期的项目管理员。',
    staff: '导学教师、授课教师',
    staffNote: '请找本期的项目管理员。',
    others: '项目管理员、教育局，或者参加过别处培训的人',
    othersNote: '请找平台管理员。',
    after: '拿到登录码以后，用它设一个新密码。登录码三天内有效，只能用一次；您在别处的登录会一起结束。',
    enter: '我已拿到登录码',
    back: '回到登录',
  },
  en: {
    title: 'Forgotten password',
    lead: 'Gongxue sends neither texts nor mails. Somebody who knows you gives you a new code, face to face or by telephone:',
    trainee: 'Trainees',
    traineeNote: 'Ask the mentor of your group; if you cannot reach them, the manager of your cohort.',
    staff: 'Mentors and instructors',
    staffNote: 'Ask the manager of the cohort.',
    others: 'Managers, bureau officers, and whoever has trained elsewhere too',
    othersNote: 'Ask the administrator.',
    after:
      'With the code you choose a new password. It is good for three days and works once; wherever else you are signed in, that ends.',
    enter: 'I have a code',
    back: 'Back to sign-in',
  },
})
