import { dayOf, type Locale, longDate, meanOf, percent } from '../locale'
import type { CompletionReportFacts, Reason, Result } from './facts'

const zhReasons: Record<Reason, string> = {
  modules: '必修活动未完成',
  hours: '学时不足',
  attendance: '面授出勤不足',
  posts: '研讨发帖不足',
  score: '综合成绩不合格',
  'no-score': '成绩未齐',
  'open-roll': '有场次未点名',
}
const enReasons: Record<Reason, string> = {
  modules: 'required activities open',
  hours: 'too few credit hours',
  attendance: 'too few sessions',
  posts: 'too few posts',
  score: 'score too low',
  'no-score': 'marks still missing',
  'open-roll': 'a roll not taken',
}
const zhResults: Record<Result, string> = {
  completed: '结业',
  distinguished: '结业（优秀）',
  'not-yet': '未结业，可补',
  'not-completed': '未结业',
  withdrawn: '退出',
}
const enResults: Record<Result, string> = {
  completed: 'Completed',
  distinguished: 'With distinction',
  'not-yet': 'Not yet',
  'not-completed': 'Not completed',
  withdrawn: 'Withdrawn',
}

const empty = '–'

export const reportWords = {
  'zh-CN': {
    title: '结业情况统计表',
    of: (facts: CompletionReportFacts) => `${facts.programmeTitle}${facts.cohortTitle}`,
    cutOff: (cutOff: string, version: number) => `统计截至${zhMoment(cutOff)}　第 ${version} 版`,
    sections: {
      overall: '一、总体情况',
      townships: '二、各乡镇情况',
      rates: '三、结业率（按乡镇）',
      units: '四、各单位情况',
      people: '五、名单',
    },
    overall: zhOverall,
    columns: {
      township: '乡镇',
      unit: '单位',
      expected: '应训',
      checkedIn: '报到',
      completed: '结业',
      completionRate: '结业率',
      averageHours: '平均学时',
      attendanceRate: '面授出勤率',
      distinguished: '优秀',
      order: '序号',
      name: '姓名',
      lastFour: '证件尾号',
      arrived: '报到',
      hours: '学时',
      attended: '面授出勤',
      score: '成绩',
      result: '结论',
      reasons: '原因',
      certificate: '证书编号',
      outcome: '结论与证书编号',
    },
    sessions: '面授场次',
    total: (townships: number) => `合计（${townships} 个乡镇）`,
    unitsTotal: (units: number) => `合计（${units} 个单位）`,
    average: (rate: string) => `平均 ${rate}`,
    chart: '各乡镇结业率条形图，数字见上表',
    hash: (hash: string) => `内容摘要 SHA-256　${hash}`,
    page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
    reasons: zhReasons,
    results: zhResults,
    yes: '是',
    bases:
      '报到包括未签到而结业的人。结业率、平均学时按报到人数计算；面授出勤率是报到的人计入的场次除以安排给他们的场次。',
    and: '、',
    colon: '：',
    empty,
    sheets: { overall: '汇总', units: '单位', people: '名单' },
    labels: {
      organisation: '单位',
      number: '文号',
      version: '版本',
      cutOff: '统计截至',
      issuedOn: '出具日期',
      hash: '内容摘要 SHA-256',
      withdrawn: '退出',
      notCompleted: '未结业',
    },
    moment: zhMoment,
  },
  en: {
    title: 'Completion report',
    of: (facts: CompletionReportFacts) =>
      `${facts.programmeTitleEn ?? facts.programmeTitle}, ${facts.cohortTitleEn ?? facts.cohortTitle}`,
    cutOff: (cutOff: string, version: number) => `As recorded by ${enMoment(cutOff)} · version ${version}`,
    sections: {
      overall: '1. Overall',
      townships: '2. By township',
      rates: '3. Completion by township',
      units: '4. By unit',
      people: '5. People',
    },
    overall: enOverall,
    columns: {
      township: 'Township',
      unit: 'Unit',
      expected: 'Expected',
      checkedIn: 'Checked in',
      completed: 'Completed',
      completionRate: 'Rate',
      averageHours: 'Mean hours',
      attendanceRate: 'Attendance',
      distinguished: 'Distinction',
      order: 'No.',
      name: 'Name',
      lastFour: 'ID ends in',
      arrived: 'Checked in',
      hours: 'Hours',
      attended: 'Sessions',
      score: 'Score',
      result: 'Result',
      reasons: 'Reason',
      certificate: 'Certificate',
      outcome: 'Result and certificate',
    },
    sessions: 'Of planned',
    total: (townships: number) => `Total (${townships} ${townships === 1 ? 'township' : 'townships'})`,
    unitsTotal: (units: number) => `Total (${units} ${units === 1 ? 'unit' : 'units'})`,
    average: (rate: string) => `Mean ${rate}`,
    chart: 'Bar chart of completion by township; the table above has the figures',
    hash: (hash: string) => `SHA-256 of the content  ${hash}`,
    page: (page: number, of: number) => `Page ${page} of ${of}`,
    reasons: enReasons,
    results: enResults,
    yes: 'yes',
    bases:
      'Checked in are also those who completed without it. Rate and mean hours are of those who checked in; attendance is the sessions that count for them, of those planned for them.',
    and: ', ',
    colon: ': ',
    empty,
    sheets: { overall: 'Summary', units: 'Units', people: 'People' },
    labels: {
      organisation: 'Organisation',
      number: 'Number',
      version: 'Version',
      cutOff: 'As recorded by',
      issuedOn: 'Issued on',
      hash: 'SHA-256 of the content',
      withdrawn: 'Withdrawn',
      notCompleted: 'Not completed',
    },
    moment: enMoment,
  },
}

export type ReportWords = (typeof reportWords)[Locale]

function zhMoment(moment: string) {
  const [hour, minute] = moment.slice(11, 16).split(':').map(Number)
  const time = hour === undefined || minute === undefined ? '' : ` ${hour} 时${minute ? ` ${minute} 分` : ''}`
  return `${longDate('zh-CN', moment)}${time}`
}

function enMoment(moment: string) {
  return `${longDate('en', moment)}${moment.length > 10 ? `, ${moment.slice(11, 16)}` : ''}`
}

function zhOverall({ overall, cutOff }: CompletionReportFacts) {
  const { lacking, stillPossible } = overall
  const rate = overall.completionRate === null ? '' : `，结业率 ${percent(overall.completionRate)}`
  const means = [
    overall.averageHours === null ? '' : `平均 ${meanOf(overall.averageHours)} 学时`,
    overall.attendanceRate === null ? '' : `面授出勤率 ${percent(overall.attendanceRate)}`,
  ].filter((part) => part)
  const reasons = lacking.map(({ reason, people }) => `，${zhReasons[reason]} ${people} 人`).join('')
  const possible = stillPossible
    ? `；其中 ${stillPossible.people} 人可在${zhDayIn(cutOff, stillPossible.until)}前补齐结业`
    : ''
  return [
    `应训 ${overall.expected} 人，报到 ${overall.checkedIn} 人，结业 ${overall.completed} 人${rate}；优秀学员 ${overall.distinguished} 人。`,
    means.length ? `${means.join('，')}。` : '',
    overall.withdrawn ? `退出 ${overall.withdrawn} 人。` : '',
    overall.notCompleted
      ? `未结业 ${overall.notCompleted} 人${reasons || possible ? '中' : ''}${reasons}${possible}。`
      : '',
    lacking.length > 1 ? '一人缺多项的，各项分别计数。' : '',
  ].join('')
}

/** The year is left out where it is the cut-off's own. */
function zhDayIn(cutOff: string, day: string) {
  const date = longDate('zh-CN', day)
  return dayOf(cutOff).year === dayOf(day).year ? date.slice(date.indexOf('年') + 1) : date
}

function enOverall({ overall }: CompletionReportFacts) {
  const { lacking, stillPossible } = overall
  const rate = overall.completionRate === null ? '' : ` (${percent(overall.completionRate)})`
  const hours =
    overall.averageHours === null ? '' : ` The mean is ${meanOf(overall.averageHours)} credit hours.`
  const attendance =
    overall.attendanceRate === null
      ? ''
      : ` Of the planned sessions, ${percent(overall.attendanceRate)} were attended.`
  const reasons = lacking.map(({ reason, people }) => `${enReasons[reason]}: ${people}`).join('; ')
  const possible = stillPossible
    ? ` ${stillPossible.people} of them can still complete by ${longDate('en', stillPossible.until)}.`
    : ''
  const severally = lacking.length > 1 ? ' Who lacks several things is counted under each.' : ''
  return [
    `Of ${overall.expected} people expected, ${overall.checkedIn} checked in and ${overall.completed}${rate} completed, `,
    `${overall.distinguished} of them with distinction.${hours}${attendance}`,
    overall.withdrawn ? ` ${overall.withdrawn} withdrew.` : '',
    overall.notCompleted
      ? ` ${overall.notCompleted} did not complete${reasons ? `: ${reasons}` : ''}.${possible}`
      : '',
    overall.notCompleted ? severally : '',
  ].join('')
}
