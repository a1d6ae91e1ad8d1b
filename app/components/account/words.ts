import { defineWords } from '~/i18n'

/** A new password: its fields, and what may be wrong with it. */
export const passwordWords = defineWords({
  'zh-CN': {
    newPassword: '新密码',
    newPasswordHint: '至少 8 个字，字母、数字、汉字都可以',
    again: '再输一遍',
    notTheSame: '两次输入的密码不一样',
    'too-short': '密码至少 8 个字',
    'too-long': '密码最多 128 个字',
    'too-common': '这个密码太容易猜到，请换一个',
    'is-sign-in-name': '密码不能和手机号、身份证号或邮箱相同',
  },
  en: {
    newPassword: 'New password',
    newPasswordHint: 'At least 8 characters of any kind',
    again: 'Once more',
    notTheSame: 'The two passwords differ',
    'too-short': 'A password has at least 8 characters',
    'too-long': 'A password has at most 128 characters',
    'too-common': 'This password is too easy to guess; please take another',
    'is-sign-in-name': 'A password cannot be your mobile, identity number or e-mail',
  },
})

/** Saying that one's name or number is recorded wrongly. */
export const doubtWords = defineWords({
  'zh-CN': {
    wrong: '信息有错误',
    message: '哪里不对，应该是什么',
    messageHint: '例如：姓名的“丽”应为“莉”。不必写完整的身份证号',
    send: '告诉管理员',
  },
  en: {
    wrong: 'Something is wrong',
    message: 'What is wrong, and what it should be',
    messageHint: 'For example: my name is spelt Li, not Lee. Do not write your whole identity number',
    send: 'Tell the administrator',
  },
})
