// Sentences for a verdict, as defineWords takes them. Titles of activities and the writing of days come in from
// whoever knows them.
import { countInChinese, type Naming } from './naming'
import { type HourWay, listedParts, type MissingActivity, type Part, type Verdict } from './verdict'
import { detailsEn, inShortEn, kindsEn, missingEn, titleEn, wayEn } from './words-en'
import { detailsZh, inShortZh, kindsZh, missingZh, titleZh, wayZh } from './words-zh'

export const completionWords = {
  'zh-CN': {
    headline: (verdict: Verdict) => {
      if (verdict.state === 'done') return '已达到结业条件'
      if (verdict.state === 'not-yet') return `还差${countInChinese(openParts(verdict))}项就能结业`
      return '已不能达到结业条件，可请项目管理员安排补训或个别安排'
    },
    title: (part: Part) => titleZh(part),
    details: (part: Part, naming: Naming) => detailsZh(part, naming),
    missing: (one: MissingActivity, naming: Naming) => missingZh(one, naming),
    way: (one: HourWay, naming: Naming) => wayZh(one, naming),
    moduleWith: (module: string, count: number) => `${module} · ${count} 项`,
    distinction: '优秀学员',
    distinctionDetails: (part: Part, naming: Naming) => {
      const prefix = part.state === 'can-no-longer' ? '已不可能：' : ''
      return partsAgainst(part).map((one) => `${prefix}${inShortZh(withoutLists(one), naming)}`)
    },
    done: '已达到',
    notYet: '还没有达到',
    canNoLonger: '已不可能',
    kinds: kindsZh,
  },
  en: {
    headline: (verdict: Verdict) => {
      if (verdict.state === 'done') return 'All conditions for completion are met'
      const open = openParts(verdict)
      if (verdict.state === 'not-yet')
        return open === 1 ? 'One thing to go until completion' : `${open} things to go until completion`
      return 'Completion is no longer within reach; your programme manager can arrange a make-up or a concession'
    },
    title: (part: Part) => titleEn(part),
    details: (part: Part, naming: Naming) => detailsEn(part, naming),
    missing: (one: MissingActivity, naming: Naming) => missingEn(one, naming),
    way: (one: HourWay, naming: Naming) => wayEn(one, naming),
    moduleWith: (module: string, count: number) => `${module} · ${count}`,
    distinction: 'Distinction',
    distinctionDetails: (part: Part, naming: Naming) => {
      const prefix = part.state === 'can-no-longer' ? 'No longer possible: ' : ''
      return partsAgainst(part).map((one) => `${prefix}${inShortEn(withoutLists(one), naming)}`)
    },
    done: 'Reached',
    notYet: 'Not yet',
    canNoLonger: 'No longer possible',
    kinds: kindsEn,
  },
}

/** The parts that decide a state: those that are lost, where it is lost, else all that are not done. */
function partsAgainst(part: Part): Part[] {
  const listed = listedParts(part)
  return listed.filter((one) =>
    part.state === 'can-no-longer' ? one.state === part.state : one.state !== 'done',
  )
}

/** What is still to come stands with the conditions above it already. */
function withoutLists(part: Part): Part {
  switch (part.kind) {
    case 'modules':
    case 'score':
      return { ...part, missing: [] }
    case 'hours':
      return { ...part, ways: [] }
    case 'attendance':
    case 'full-attendance':
      return { ...part, open: part.open.filter((one) => one.standing !== 'ahead') }
    default:
      return part
  }
}

function openParts(verdict: Verdict): number {
  return listedParts(verdict.completion).filter((part) => part.state !== 'done').length
}
