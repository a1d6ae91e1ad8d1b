import type { Lag, Standing } from '~/domain/reports/progress'
import { defineWords } from '~/i18n'
import { plural } from '~/i18n/format'

const standings: Record<Standing, string> = {
  complete: '已达到',
  'on-pace': '按进度',
  behind: '落后',
  'out-of-reach': '已不能结业',
  withdrawn: '退出',
}
const standingsEn: Record<Standing, string> = {
  complete: 'Conditions met',
  'on-pace': 'On pace',
  behind: 'Behind',
  'out-of-reach': 'Out of reach',
  withdrawn: 'Withdrawn',
}

export const words = defineWords({
  'zh-CN': {
    title: '本单位学员',
    cohort: '期次',
    by: '按',
    view: { person: '人员', township: '乡镇', area: '地区', unit: '单位' },
    standing: '进度',
    all: '全部',
    standings,
    people: '人数',
    search: { township: '按姓名、乡镇或单位查找', area: '按姓名、地区或单位查找' },
    found: (n: number) => `共 ${n} 人`,
    name: '姓名',
    unit: '单位',
    handedIn: '必修活动',
    hours: '学时',
    sessions: '面授',
    call: '可打电话给',
    mentor: '导学教师',
    contact: '期次联系人',
    emptyTitle: '还没有派出学员',
    emptyText: '本单位的人进入期次以后，从第一周起就能在这里看到进度。',
    noneTitle: '没有符合的学员',
    noneText: '换一个条件看看。',
    lag: (lag: Lag) =>
      lag.word === 'not-arrived'
        ? '还没有报到'
        : lag.word === 'missed'
          ? `面授缺 ${lag.sessions} 场`
          : lag.word === 'overdue'
            ? `过期未交 ${lag.activities} 项`
            : `比进度少 ${lag.activities} 项`,
    only: (place: string) => `只看${place}`,
    everywhere: '看全部',
    reports: '结业情况报告',
  },
  en: {
    title: 'Our people',
    cohort: 'Cohort',
    by: 'By',
    view: { person: 'Person', township: 'Township', area: 'Area', unit: 'Unit' },
    standing: 'Progress',
    all: 'All',
    standings: standingsEn,
    people: 'People',
    search: { township: 'Search by name, township or unit', area: 'Search by name, area or unit' },
    found: (n: number) => `${n} in all`,
    name: 'Name',
    unit: 'Unit',
    handedIn: 'Required activities',
    hours: 'Hours',
    sessions: 'Sessions',
    call: 'Whom to call',
    mentor: 'Mentor',
    contact: 'Cohort contact',
    emptyTitle: 'Nobody has been sent yet',
    emptyText: 'Once your people are in a cohort, their progress shows here from the first week.',
    noneTitle: 'Nobody matches',
    noneText: 'Try another filter.',
    lag: (lag: Lag) =>
      lag.word === 'not-arrived'
        ? 'not checked in yet'
        : lag.word === 'missed'
          ? `${plural(lag.sessions, 'session')} missed`
          : lag.word === 'overdue'
            ? `${lag.activities} overdue`
            : `${lag.activities} behind the pace`,
    only: (place: string) => `Only ${place}`,
    everywhere: 'See all',
    reports: 'Completion reports',
  },
})
