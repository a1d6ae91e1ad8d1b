import type { CertificateFacts } from '#templates/certificates/facts'

/** The certificate of somebody who did well enough. */
export const liXiaoyan: CertificateFacts = {
  number: '冀邯大名〔2017〕教培结字第 0123 号',
  track: 'teacher',
  name: '李晓燕',
  maskedNumber: '1304**********0027',
  programmeTitle: '大名县农村幼儿园教师专业发展混合式研修项目',
  programmeTitleEn: 'Blended professional development for rural kindergarten teachers, Daming County',
  cohortTitle: '第一期',
  cohortTitleEn: 'Cohort 1',
  moduleCount: 4,
  from: '2017-03-20',
  until: '2017-07-15',
  hours: { total: 77, online: 37, discussion: 6, practice: 16, workshop: 18 },
  score: 91.28,
  distinguished: false,
  issuerName: '大名县教育局',
  issuerNameEn: 'Daming County Education Bureau',
  issuedOn: '2017-07-15',
  expiresOn: null,
  verifyUrl: 'https://gongxue.example.cn/verify/9F2C41A7K3M5X8Q2?n=0123',
  shortToken: '9F2C 41A7',
  version: 1,
}
