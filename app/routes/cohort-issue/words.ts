import { defineWords } from '~/i18n'

export const words = defineWords({
  'zh-CN': {
    title: '发证',
    ask: (n: number) => `给 ${n} 人发证？`,
    certificates: '证书',
    count: (n: string) => `${n} 本`,
    first: '第一号',
    last: '最后一号',
    left: '不在其中',
    who: (n: number) => `将得到证书的 ${n} 人`,
    distinguished: '优秀',
    notice:
      '发出的证书和编号不能收回、不能更改，本人马上能下载，任何人都能查验。有错的，只能逐本撤销并写明理由，或在再次认定以后换发新号。',
    press: (n: number) => `确认发证 ${n} 本`,
    nobody: '现在没有待发证的人',
    nobodyText: '先认定结业，再发证。',
    back: '回到结业认定',
    done: (n: number, first: string, last: string) =>
      first === last ? `已发证 ${n} 本：${first}` : `已发证 ${n} 本：${first} 至 ${last}`,
    already: (n: number, by: string, at: string) => `这 ${n} 人的证书已由${by}在 ${at} 发出，没有再发。`,
    changed: '刚才显示以后，人员或编号有变化，还没有发证。下面是现在的情况，请看过再确认。',
  },
  en: {
    title: 'Issue certificates',
    ask: (n: number) => (n === 1 ? 'Issue one certificate?' : `Issue ${n} certificates?`),
    certificates: 'Certificates',
    count: (n: string) => n,
    first: 'First number',
    last: 'Last number',
    left: 'Not among them',
    who: (n: number) => `Who will get one (${n})`,
    distinguished: 'with distinction',
    notice:
      'A certificate and its number cannot be taken back or changed: its holder can download it at once, and anybody can check it. Where one is wrong, it can only be revoked with a reason, or followed by another after a new decision.',
    press: (n: number) => (n === 1 ? 'Yes, issue it' : `Yes, issue ${n}`),
    nobody: 'Nobody is waiting for a certificate',
    nobodyText: 'Certificates follow from confirmed decisions.',
    back: 'Back to completion',
    done: (n: number, first: string, last: string) =>
      first === last ? `${n} issued: ${first}` : `${n} issued: ${first} to ${last}`,
    already: (n: number, by: string, at: string) =>
      `${by} issued these ${n} certificates at ${at}; they were not issued again.`,
    changed:
      'The people or the numbers have changed since this was shown, and nothing has been issued. This is how things stand now; please look again.',
  },
})
