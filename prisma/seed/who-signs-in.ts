import type { Staff } from './staff'
import type { Someone } from './stage'

type Shown = {
  group: string
  mentor: Someone
  trainee: Someone
  guide: Someone
  farmer: Someone
  safetyOfficer: Someone
}

/** Whom the sign-in page offers, by one press, and what it says of them. */
export function whoSignsIn(staff: Staff, shown: Shown) {
  const one = ({ id, name }: Someone, role: string, zh: string, en: string) => ({
    personId: id,
    name,
    role,
    note: { 'zh-CN': zh, en },
  })
  const { group } = shown
  return [
    one(staff.manager, 'manager', '四个期次：幼儿园教师、社区指导师、农民、安全员', 'Runs all four cohorts'),
    one(shown.mentor, 'mentor', `大名县 ${group}`, `Daming, ${group}`),
    one(shown.trainee, 'trainee', `大名县 ${group}`, `Daming, ${group}`),
    one(
      shown.guide,
      'trainee',
      '社区学习指导师，已领结业证书',
      'Community learning guide, with a certificate',
    ),
    one(shown.farmer, 'trainee', '职业农民，田间实践中', 'Professional farmer, in field practice'),
    one(
      shown.safetyOfficer,
      'trainee',
      '安全员，证书有有效期',
      'Safety officer, with a certificate that expires',
    ),
    one(staff.officer, 'bureau-officer', '大名县教育局', 'Daming County'),
    one(staff.cityOfficer, 'bureau-officer', '北京市教育委员会', 'Beijing'),
    one(staff.otherOfficer, 'bureau-officer', '密云区教育委员会', 'Miyun District'),
    one(staff.administrator, 'administrator', '全平台', 'The whole site'),
  ]
}
