import type { HourType, Kind } from '~/activities/kind'
import { shownHours } from '../learning/ledger'
import { SUBSTANTIAL_CHARACTERS } from '../mentoring/substantial'
import type { Mark } from '../workshops/attendance'
import { countInChinese, inChinese, lastDay, meanShown, type Naming } from './naming'
import { type HourWay, type MissingActivity, type OpenSession, type Part, shownScore } from './verdict'

export const kindsZh: Record<Kind, string> = {
  video: '视频',
  reading: '阅读',
  quiz: '测验',
  'case-study': '案例',
  assignment: '作业',
  discussion: '讨论',
  practice: '实践',
  workshop: '面授',
  live: '直播',
  survey: '调查',
}

const hoursZh: Record<HourType, string> = {
  online: '线上学时',
  discussion: '研讨学时',
  practice: '实践学时',
  workshop: '面授学时',
}

const marksZh: Record<Mark, string> = {
  present: '出勤',
  late: '迟到',
  'left-early': '早退',
  excused: '请假，未补',
  absent: '缺勤，未补',
  'made-up': '补训',
}

export function titleZh(part: Part): string {
  switch (part.kind) {
    case 'all':
      return '以下各项'
    case 'any':
      return '以下任一项'
    case 'count':
      return `以下至少${countInChinese(part.atLeast)}项`
    case 'modules':
      return `${countInChinese(part.modules)}个模块必修活动`
    case 'hours':
      return `${part.type ? hoursZh[part.type] : '学时'} ${shownHours(part.have)} / ${shownHours(part.need)}`
    case 'attendance':
      return `面授出勤 ${part.have} / ${part.planned} 场次`
    case 'full-attendance':
      return `全勤 ${part.have} / ${part.planned} 场次`
    case 'posts':
      return `有内容的发帖 ${part.have} / ${part.need}`
    case 'score':
      return part.score === null ? '综合成绩' : `综合成绩 ${shownScore(part.score)} 分`
  }
}

export function detailsZh(part: Part, naming: Naming): string[] {
  switch (part.kind) {
    case 'all':
    case 'any':
    case 'count':
      return part.parts.map((one) => inShortZh(one, naming))
    case 'modules':
      return [
        `${part.have} / ${part.need} 项，面授另计`,
        ...part.missing.map((one) => missingZh(one, naming)),
      ]
    case 'hours': {
      if (part.state === 'can-no-longer') return ['余下的活动全部完成也不够']
      const ways = part.ways.map((way) => wayZh(way, naming))
      return ways.length ? [`再完成${ways.join('，')}`] : []
    }
    case 'attendance':
      return [`要求 ${part.need} 场`, ...part.open.map((one) => sessionZh(one, naming))]
    case 'full-attendance':
      return part.state === 'done' ? [] : ['要求全勤', ...part.open.map((one) => sessionZh(one, naming))]
    case 'posts': {
      if (part.state === 'done') return []
      if (part.state === 'can-no-longer') return [`发帖已截止，差 ${part.need - part.have} 帖`]
      const by = part.until ? `${lastDay(part.until, naming)}前` : ''
      return [`${by}再发 ${part.need - part.have} 帖，每帖 ${SUBSTANTIAL_CHARACTERS} 字以上`]
    }
    case 'score': {
      const total = part.kinds.reduce((sum, one) => sum + one.weight, 0)
      const terms = part.kinds.map(
        (one) =>
          `${kindsZh[one.kind]} ${meanShown(one, { missing: '未齐', exempt: '免' })} × ${Math.round((100 * one.weight) / total)}%`,
      )
      const lines = [terms.join(' ＋ '), ...part.missing.map((one) => missingZh(one, naming))]
      return part.state === 'done' || part.missing.length ? lines : [...lines, `要求 ${part.need} 分`]
    }
  }
}

export function wayZh({ activity, hundredths }: HourWay, naming: Naming): string {
  return `“${naming.activity(activity)}”得 ${shownHours(hundredths)} 学时`
}

export function missingZh({ activity, awaits, until }: MissingActivity, naming: Naming): string {
  const title = `“${naming.activity(activity)}”`
  if (awaits === 'mentor') return `${title}等导学教师评定`
  if (awaits === null) return `${title}已不能再提交`
  return until ? `${title}，${lastDay(until, naming)}前` : title
}

function sessionZh(session: OpenSession, naming: Naming): string {
  const title = `“${naming.activity(session.activity)}”第${inChinese(session.session)}场`
  switch (session.standing) {
    case 'ahead':
      return session.by ? `${title}：${naming.day(session.by)}` : `${title}：时间待定`
    case 'roll-not-taken':
      return `${title}：还没有点名`
    case 'make-up':
      return session.by ? `${title}：${lastDay(session.by, naming)}前补训` : `${title}：可补训`
    case 'lost':
      return `${title}：${session.mark ? marksZh[session.mark] : '未计入'}`
  }
}

/** A part in one line, for a list inside another part. */
export function inShortZh(part: Part, naming: Naming): string {
  return [titleZh(part), ...detailsZh(part, naming)].join('；')
}
