// What a column can mean, and the words that headers use for it, in Chinese and in English.

export const meanings = [
  'number',
  'name',
  'identity-number',
  'sex',
  'birth-date',
  'telephone',
  'county',
  'township',
  'unit',
  'post',
  'education',
  'note',
  /** Kept with the person under the column's own header. */
  'other',
  /** Not taken over. */
  'ignored',
] as const

export type Meaning = (typeof meanings)[number]

const exact: [Meaning, string[]][] = [
  ['number', ['序号', '序', '编号', 'no', 'no.', '#']],
  ['name', ['姓名', '名字', 'name', 'fullname']],
  [
    'identity-number',
    ['身份证号码', '身份证号', '身份证', '证件号码', '证件号', '公民身份号码', 'idnumber', 'identitynumber'],
  ],
  ['sex', ['性别', 'sex', 'gender']],
  ['birth-date', ['出生日期', '出生年月', '出生年月日', '生日', 'birthdate', 'dateofbirth']],
  [
    'telephone',
    [
      '手机号码',
      '手机号',
      '手机',
      '联系电话',
      '联系方式',
      '电话',
      '移动电话',
      'telephone',
      'phone',
      'mobile',
    ],
  ],
  [
    'county',
    ['所属区', '所属县', '所在区', '区县', '县区', '县（市、区）', '区', '县', 'county', 'district'],
  ],
  [
    'township',
    [
      '乡镇',
      '街道（乡镇）',
      '乡镇（街道）',
      '街道',
      '镇',
      '所属乡镇',
      '所在乡镇',
      '学区',
      '中心校',
      'township',
    ],
  ],
  [
    'unit',
    [
      '工作单位',
      '单位',
      '单位名称',
      '学校',
      '学校名称',
      '幼儿园',
      '园所',
      '任教学校',
      '所在单位',
      'school',
      'employer',
    ],
  ],
  ['post', ['职务', '人员类别', '岗位', 'post', 'position']],
  ['education', ['学历', '文化程度', 'education']],
  ['note', ['备注', '说明', 'note', 'notes', 'remarks']],
]

const contained: [Meaning, RegExp][] = [
  ['name', /姓名/],
  ['identity-number', /身份证|证件号|身份号码/],
  ['telephone', /手机|电话|联系方式/],
  ['sex', /性别/],
  ['birth-date', /出生/],
  ['township', /乡镇|街道|镇（乡）/],
  ['county', /区县|县区|所属区|所在区|所在县/],
  ['unit', /单位|学校|幼儿园|园所/],
  ['post', /职务|岗位|人员类别/],
  ['education', /学历/],
  ['note', /备注/],
]

/** What a header means, and whether it is one of the words themselves or only has one in it. */
export function meaningOfHeader(header: string): { meaning: Meaning; exact: boolean } | null {
  const word = header
    .replace(/[\s*※：:]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .toLowerCase()
  if (!word || word.length > 20) return null
  const same = exact.find(([, words]) => words.includes(word))
  if (same) return { meaning: same[0], exact: true }
  const within = contained.find(([, pattern]) => pattern.test(word))
  return within ? { meaning: within[0], exact: false } : null
}
