// The people of the large seed: two files as they came, and teachers made up beside them.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkDigitOf } from '~/domain/accounts/identity-number'
import { readRosterFile } from '~/domain/enrolment/roster-file.server'
import { between, oneOf } from '../dice'

export type Attendee = {
  name: string
  /** Identity number, eighteen signs. */
  number: string
  telephone: string
  /** 房山区 */
  district: string
  /** The school, or the street of a safety officer. */
  unit: string
  /** 职务, as the roster says. */
  position: string
}

const content = join('prisma', 'seed', 'content')

/** The 8,260 of the maths teachers' workbook, one sheet a district. */
export async function mathsTeachers(): Promise<Attendee[]> {
  const sheets = await sheetsOf('maths-teachers-13-districts.xlsx')
  return sheets.flatMap(({ name: district, rows }) =>
    rows.map((row) => ({
      name: row.姓名!,
      number: row.身份证号!,
      telephone: row.手机!,
      district,
      unit: row.学校!,
      position: row.职称!,
    })),
  )
}

/** The 6,962 of the safety officers' export. */
export async function safetyOfficers(): Promise<Attendee[]> {
  const sheets = await sheetsOf('safety-officers.csv')
  return sheets.flatMap(({ rows }) =>
    rows.map((row) => ({
      name: row.姓名!,
      number: row.证件号码!,
      telephone: row.联系电话!,
      district: row.所属区!,
      unit: row['街道（乡镇）']!,
      position: row.人员类别!,
    })),
  )
}

/** Each sheet's rows by the words of its header; whatever stands above or below has no number of its own. */
async function sheetsOf(file: string) {
  const read = await readRosterFile(await readFile(join(content, file)))
  if ('refused' in read) throw new Error(`${file} is refused: ${read.refused}`)
  return read.sheets.map(({ name, cells }) => {
    const texts = cells.map((row) => row.map((cell) => cell.text.trim()))
    const head = texts.findIndex((row) => row.includes('姓名'))
    const words = texts[head]!
    const rows = texts
      .slice(head + 1)
      .map((row) => Object.fromEntries(words.map((word, place) => [word, row[place] ?? ''])))
      .filter((row) => /^\d{17}[\dX]$/.test(row.身份证号 ?? row.证件号码 ?? ''))
    return { name, rows }
  })
}

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙黎史陶贺毛郝顾龚邵万覃武钱',
]
const first = [...'春秋文明志建国海红玉秀丽雅静淑慧桂晓小思子雨梦佳欣嘉若宇浩泽天立永新兰']
const second = [...'华梅芳娟英霞燕敏玲萍红娜艳琴云莉洁颖琳婷雪倩怡宁菲然涵杰磊伟强军勇平东林峰辉']

/** Each district's name with its code and its schools. */
export type SchoolsOf = [string, { code: string; units: string[] }][]

/** Teachers of the same schools, `count` of them, dealt to the districts in turn; no number is anybody else's. */
export function madeUpTeachers(count: number, districts: SchoolsOf, taken: Set<string>): Attendee[] {
  return Array.from({ length: count }, (_, place) => {
    const [district, { code, units }] = districts[place % districts.length]!
    return {
      name: oneOf(surnames) + oneOf(first) + (between(1, 4) === 1 ? '' : oneOf(second)),
      number: freshNumber(code, taken),
      telephone: `1991${String(place).padStart(7, '0')}`,
      district,
      unit: oneOf(units),
      position: oneOf(['三级教师', '二级教师', '一级教师', '高级教师']),
    }
  })
}

function freshNumber(code: string, taken: Set<string>): string {
  for (;;) {
    const two = (number: number) => String(number).padStart(2, '0')
    const born = `${between(1966, 2001)}${two(between(1, 12))}${two(between(1, 28))}`
    const body = `${code}${born}${String(between(1, 999)).padStart(3, '0')}`
    const number = body + checkDigitOf(body)
    if (taken.has(number)) continue
    taken.add(number)
    return number
  }
}
