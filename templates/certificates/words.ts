import { chineseNumber, longDate, monthsBetween, roundedDown } from '../locale'
import type { CertificateFacts, Hours, Track } from './facts'

/** Part of a sentence: what is filled in stands out. */
export type Part = { text: string; as: 'plain' | 'name' | 'figure' }

const plain = (text: string): Part => ({ text, as: 'plain' })
const figure = (n: number): Part => ({ text: roundedDown(n), as: 'figure' })

const kinds = ['online', 'discussion', 'practice', 'workshop'] as const
type Kind = (typeof kinds)[number]

const zhKinds: Record<Kind, string> = {
  online: '线上',
  discussion: '研讨',
  practice: '实践',
  workshop: '面授',
}
const zhVerdict: Record<Track, string> = {
  teacher: '准予结业',
  farmer: '考核合格，准予结业',
  'safety-officer': '考核合格，准予结业',
  open: '准予结业',
}
const enKinds: Record<Kind, string> = {
  online: 'online',
  discussion: 'in discussion',
  practice: 'in practice',
  workshop: 'face to face',
}
const enNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

export const certificateWords = {
  'zh-CN': {
    title: '结业证书',
    subtitle: 'CERTIFICATE OF COMPLETION',
    numbered: (number: string) => `证书编号　${number}`,
    sentence: zhSentence,
    scan: '扫码核验真伪，无需登录',
    token: (token: string, version: number) => `核验码 ${token} · 第 ${version} 版`,
    page: (issuer: string) => `${issuer}培训证书核验页`,
    qr: '核验网页的二维码',
    seal: (issuer: string) => `${issuer}印章`,
    document: (name: string, number: string) => `结业证书 ${name} ${number}`,
  },
  en: {
    title: 'Certificate of Completion',
    subtitle: '结业证书',
    numbered: (number: string) => `No. ${number}`,
    sentence: enSentence,
    scan: 'Scan to verify; no sign-in needed',
    token: (token: string, version: number) => `Code ${token} · version ${version}`,
    page: (issuer: string) => `Verification page of ${issuer}`,
    qr: 'QR code of the verification page',
    seal: (issuer: string) => `Seal of ${issuer}`,
    document: (name: string, number: string) => `Certificate of completion, ${name}, ${number}`,
  },
}

function zhSentence(facts: CertificateFacts): Part[] {
  const number = facts.maskedNumber ? `（身份证号 ${facts.maskedNumber}）` : ''
  const modules =
    facts.moduleCount > 1 ? `完成全部${chineseCount(facts.moduleCount)}个模块，` : '完成全部学习内容，'
  const score = facts.score === null ? [] : [plain('，综合成绩 '), figure(facts.score), plain(' 分')]
  const praise = facts.distinguished ? '，授予“优秀学员”称号' : ''
  const expiry = facts.expiresOn ? `本证书有效期至${longDate('zh-CN', facts.expiresOn)}。` : ''
  return [
    { text: facts.name, as: 'name' },
    plain(`${number}于${monthsBetween('zh-CN', facts.from, facts.until)}参加“${facts.programmeTitle}”`),
    plain(`${facts.cohortTitle}，${modules}累计 `),
    figure(facts.hours.total),
    plain(` 学时${zhHours(facts.hours)}`),
    ...score,
    plain(`，${zhVerdict[facts.track]}${praise}。${expiry}`),
  ]
}

function chineseCount(n: number) {
  return n === 2 ? '两' : chineseNumber(n)
}

function zhHours(hours: Hours) {
  const named = kinds.filter((kind) => hours[kind] > 0)
  if (named.length < 2) return ''
  return `（${named.map((kind) => `${zhKinds[kind]} ${roundedDown(hours[kind])}`).join('、')}）`
}

function enSentence(facts: CertificateFacts): Part[] {
  const number = facts.maskedNumber ? ` (identity number ${facts.maskedNumber})` : ''
  const modules =
    facts.moduleCount > 1
      ? `all ${enNumbers[facts.moduleCount] ?? facts.moduleCount} modules`
      : 'the whole course'
  const programme = facts.programmeTitleEn ?? facts.programmeTitle
  const cohort = facts.cohortTitleEn ?? facts.cohortTitle
  const score = facts.score === null ? [] : [plain(', with a final score of '), figure(facts.score)]
  const praise = facts.distinguished ? ', and is named a distinguished trainee' : ''
  const expiry = facts.expiresOn ? ` This certificate is valid until ${longDate('en', facts.expiresOn)}.` : ''
  return [
    plain('This is to certify that '),
    { text: facts.name, as: 'name' },
    plain(
      `${number} took part in "${programme}", ${cohort}, ${monthsBetween('en', facts.from, facts.until)}, `,
    ),
    plain(`completed ${modules} and earned `),
    figure(facts.hours.total),
    plain(` credit hours${enHours(facts.hours)}`),
    ...score,
    plain(`${praise}.${expiry}`),
  ]
}

function enHours(hours: Hours) {
  const named = kinds.filter((kind) => hours[kind] > 0)
  if (named.length < 2) return ''
  return ` (${named.map((kind) => `${roundedDown(hours[kind])} ${enKinds[kind]}`).join(', ')})`
}
