import type { Authority, Mark } from './attendance'

type Words = {
  marks: Record<Mark | 'none', string>
  /** One character or letter, for a row of four. */
  short: Record<'present' | 'late' | 'excused' | 'absent', string>
  by: Record<Authority, string>
}

const zh: Words = {
  marks: {
    present: '出勤',
    late: '迟到',
    'left-early': '早退',
    excused: '请假',
    absent: '缺勤',
    'made-up': '补训',
    none: '未点名',
  },
  short: { present: '到', late: '迟', excused: '假', absent: '缺' },
  by: { self: '自助签到', mentor: '导学教师', manager: '项目管理员' },
}

const en: Words = {
  marks: {
    present: 'Present',
    late: 'Late',
    'left-early': 'Left early',
    excused: 'Excused',
    absent: 'Absent',
    'made-up': 'Made up',
    none: 'Not called',
  },
  short: { present: 'P', late: 'L', excused: 'E', absent: 'A' },
  by: { self: 'self check-in', mentor: 'mentor', manager: 'manager' },
}

export const markWords = { 'zh-CN': zh, en }
