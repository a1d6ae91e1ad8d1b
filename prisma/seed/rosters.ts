// The rosters of the shorter cohorts, as their senders wrote them.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rosterName } from './organisations'

const content = join('prisma', 'seed', 'content')

type Listed = {
  name: string
  sex: string
  identityNumber: string
  telephone: string
  organisation: string
  work: string
  position: string
}

/** A list of people as the spreadsheet that an office program saves. */
export async function rosterFrom(file: string) {
  const people: Listed[] = JSON.parse(await readFile(join(content, file), 'utf8'))
  const rows = people.map((one) => [
    one.name,
    one.sex,
    one.identityNumber,
    one.telephone,
    rosterName(one.organisation),
    one.work,
    one.position,
  ])
  const header = ['姓名', '性别', '身份证号码', '手机号码', '所属区', '工作单位', '职务']
  return Buffer.from(`\ufeff${[header, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`)
}

/** The first so many of the officers' own file, in the encoding of the system that it came from. */
export async function safetyOfficers(people: number) {
  const file = await readFile(join(content, 'safety-officers.csv'))
  let end = 0
  for (let line = 0; line <= people; line += 1) end = file.indexOf('\n', end) + 1
  return file.subarray(0, end)
}
