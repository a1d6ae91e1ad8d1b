// The sentences for what a roster's check has to say, in both languages: what is wrong, and what would mend
// it or what the import would do. Used by the page and by the marked workbook alike.

import type { Issue, IssueDetails, IssueWord, Near, Place } from './roster-issues'
import type { RosterLocale } from './roster-labels'

type Sentences = { [Word in IssueWord]: (details: IssueDetails[Word]) => string }

const zh: Sentences = {
  'name-missing': () => '没有姓名。请补填。',
  'name-too-long': ({ length, limit }) => `姓名有 ${length} 个字，最多 ${limit} 个字。请核对。`,
  'name-no-letters': () => '这里填的不是姓名。请核对。',
  'name-cleaned': ({ name, changes }) =>
    `已整理为“${name}”（${changes.map((change) => zhChanges[change]).join('、')}）。`,
  'identity-missing': ({ waits }) =>
    waits ? '没有身份证号码。先登记待补，补上号码后才能入学。' : '没有身份证号码。请补填。',
  'identity-lost-digits': () =>
    '这个号码是按数字存的，表格只保留前 15 位，后几位已丢失。请把这一列的格式设为“文本”，再重新填写。',
  'identity-too-short': ({ length, old }) =>
    old
      ? '只有 15 位。15 位的旧号码 1999 年起已不再发放，请填 18 位号码。'
      : `只有 ${length} 位，应为 18 位。请核对。`,
  'identity-too-long': ({ length }) => `有 ${length} 位，应为 18 位。请核对。`,
  'identity-characters': () => '含有身份证号码中不会出现的字符。请核对。',
  'identity-birth-date': () => '号码中的出生日期不存在。请核对第 7 至 14 位。',
  'identity-check-digit': ({ is, shouldBe }) =>
    `最后一位是 ${is}，按前 17 位推算应为 ${shouldBe}，号码中有一位写错了。请核对。`,
  'identity-cleaned': ({ masked, changes }) =>
    `已整理为 ${masked}（${changes.map((change) => zhChanges[change]).join('、')}）。`,
  'identity-twice': ({ first, name }) =>
    `与${zhPlace(first)}${name ? `（${name}）` : ''}的身份证号码相同。请核对是谁的号码。`,
  'sex-differs': ({ written, byNumber }) =>
    `填的是“${written}”，按身份证号码应为“${byNumber === 'male' ? '男' : '女'}”。将以身份证号码为准。`,
  'birth-date-differs': ({ written, byNumber }) =>
    `填的是“${written}”，身份证号码中是 ${byNumber}。将以身份证号码为准。`,
  'telephone-missing': () => '没有手机号码。将用身份证号码登录。',
  'telephone-too-short': ({ length }) =>
    `手机号码只有 ${length} 位，应为 11 位。请核对，或留空改用身份证号码登录。`,
  'telephone-too-long': ({ length }) => `手机号码有 ${length} 位，应为 11 位。请核对。`,
  'telephone-not-a-mobile': () => '这不是手机号码。请填手机号码，或留空改用身份证号码登录。',
  'telephone-characters': () => '手机号码中有数字以外的字符。请核对，或留空改用身份证号码登录。',
  'telephone-cleaned': ({ masked, changes }) =>
    `已整理为 ${masked}（${changes.map((change) => zhChanges[change]).join('、')}）。`,
  'telephone-shared': ({ others, keeps }) =>
    `与${others.map(zhPlace).join('、')}的手机号码相同。${keeps ? '本行可用手机号码登录，其他人用身份证号码登录。' : '本行将用身份证号码登录。'}`,
  'county-missing': () => '没有填所属区县。请补填。',
  'county-unknown': ({ written, near }) => `没有“${written}”这个区县。${zhNear(near)}`,
  'township-missing': () => '没有填乡镇。请补填。',
  'township-unknown': ({ written, near }) => `没有“${written}”这个乡镇。${zhNear(near)}`,
  'unit-missing': ({ instead }) => `没有填单位。将记为由${instead}选送。`,
  'unit-too-long': ({ length, limit }) => `单位名称有 ${length} 个字，最多 ${limit} 个字。请核对。`,
  'unit-like': ({ name, like }) =>
    `将新建“${name}”，但已有相近的名称：${like.join('、')}。如果是同一个单位，请改成一样的名称。`,
  'taken-as-text': ({ what }) =>
    what === 'formula' ? '看起来像公式，只当作文字保存。' : '看起来像网页代码，只当作文字保存。',
  'text-cut': ({ length, limit }) => `有 ${length} 个字，只保留前 ${limit} 个字。`,
  'already-enrolled': () => '已在本期学员中，将跳过。',
  'enrolled-and-withdrawn': () => '曾在本期，后来退出，将跳过。如要复学，请在学员页办理。',
  'in-same-programme': ({ cohorts }) =>
    `正在${cohorts.map((cohort) => `“${cohort}”`).join('、')}学习同一个培训项目。请核对是否重复报名。`,
  'in-other-programme': ({ cohorts }) =>
    `还在${cohorts.map((cohort) => `“${cohort}”`).join('、')}学习另一个培训项目，两边时间可能冲突。`,
  'waits-for-administrator': () => '身份证号码与姓名对不上，需由平台管理员核对后才能入学。请先核对这两项。',
  'over-quota': ({ organisation, seats, used }) =>
    `${organisation}的名额是 ${seats} 人${used ? `（已用 ${used} 人）` : ''}，本行排在名额之外。增加名额或减去他人后可入学。`,
  'no-quota': () => '选送单位在本期没有名额。分配名额后可入学。',
}

const en: Sentences = {
  'name-missing': () => 'The name is missing. Please fill it in.',
  'name-too-long': ({ length, limit }) =>
    `The name has ${length} characters; the most is ${limit}. Please check it.`,
  'name-no-letters': () => 'This is not a name. Please check it.',
  'name-cleaned': ({ name, changes }) =>
    `Tidied to “${name}” (${changes.map((change) => enChanges[change]).join(', ')}).`,
  'identity-missing': ({ waits }) =>
    waits
      ? 'The identity number is missing. The person is noted and can be enrolled once it is there.'
      : 'The identity number is missing. Please fill it in.',
  'identity-lost-digits': () =>
    'This number was stored as a number: the spreadsheet kept 15 digits and the last ones are lost. Format the column as text and type the number again.',
  'identity-too-short': ({ length, old }) =>
    old
      ? 'This has 15 digits. The old numbers ended with 1999; please give the number of 18.'
      : `This has ${length} digits and should have 18. Please check it.`,
  'identity-too-long': ({ length }) => `This has ${length} digits and should have 18. Please check it.`,
  'identity-characters': () => 'This has characters that no identity number has. Please check it.',
  'identity-birth-date': () => 'The birth date in this number does not exist. Please check digits 7 to 14.',
  'identity-check-digit': ({ is, shouldBe }) =>
    `It ends in ${is}, but the first 17 digits call for ${shouldBe}: one digit is wrong. Please check it.`,
  'identity-cleaned': ({ masked, changes }) =>
    `Tidied to ${masked} (${changes.map((change) => enChanges[change]).join(', ')}).`,
  'identity-twice': ({ first, name }) =>
    `The same identity number as in ${enPlace(first)}${name ? ` (${name})` : ''}. Please check whose it is.`,
  'sex-differs': ({ written, byNumber }) =>
    `The roster says “${written}”, the identity number says ${byNumber}. The identity number will be followed.`,
  'birth-date-differs': ({ written, byNumber }) =>
    `The roster says “${written}”, the identity number says ${byNumber}. The identity number will be followed.`,
  'telephone-missing': () => 'No mobile number. This person will sign in with the identity number.',
  'telephone-too-short': ({ length }) =>
    `The mobile number has ${length} digits and should have 11. Please check it, or leave it empty to sign in with the identity number.`,
  'telephone-too-long': ({ length }) =>
    `The mobile number has ${length} digits and should have 11. Please check it.`,
  'telephone-not-a-mobile': () =>
    'This is not a mobile number. Give one, or leave it empty to sign in with the identity number.',
  'telephone-characters': () =>
    'The mobile number has characters that are not digits. Please check it, or leave it empty to sign in with the identity number.',
  'telephone-cleaned': ({ masked, changes }) =>
    `Tidied to ${masked} (${changes.map((change) => enChanges[change]).join(', ')}).`,
  'telephone-shared': ({ others, keeps }) =>
    `The same mobile number as in ${others.map(enPlace).join(', ')}. ${keeps ? 'This person may sign in with it, the others with their identity numbers.' : 'This person will sign in with the identity number.'}`,
  'county-missing': () => 'The county or district is missing. Please fill it in.',
  'county-unknown': ({ written, near }) => `There is no county or district “${written}”.${enNear(near)}`,
  'township-missing': () => 'The township is missing. Please fill it in.',
  'township-unknown': ({ written, near }) => `There is no township “${written}”.${enNear(near)}`,
  'unit-missing': ({ instead }) => `The workplace is missing. The person will count as sent by ${instead}.`,
  'unit-too-long': ({ length, limit }) =>
    `The workplace has ${length} characters; the most is ${limit}. Please check it.`,
  'unit-like': ({ name, like }) =>
    `“${name}” would be new, but there are names like it: ${like.join(', ')}. If it is the same place, please write it the same way.`,
  'taken-as-text': ({ what }) =>
    what === 'formula'
      ? 'This looks like a formula and is kept as plain text.'
      : 'This looks like markup and is kept as plain text.',
  'text-cut': ({ length, limit }) => `This has ${length} characters; the first ${limit} are kept.`,
  'already-enrolled': () => 'Already enrolled in this cohort, and will be skipped.',
  'enrolled-and-withdrawn': () =>
    'Was in this cohort and withdrew; will be skipped. To reinstate this person, open the trainee’s page.',
  'in-same-programme': ({ cohorts }) =>
    `Is learning the same programme in ${cohorts.map((cohort) => `“${cohort}”`).join(', ')}. Please check whether this is meant.`,
  'in-other-programme': ({ cohorts }) =>
    `Is also learning another programme in ${cohorts.map((cohort) => `“${cohort}”`).join(', ')}; their days may clash.`,
  'waits-for-administrator': () =>
    'The identity number and the name do not go together. An administrator has to look at it first; please check both.',
  'over-quota': ({ organisation, seats, used }) =>
    `${organisation} may send ${seats}${used ? ` (${used} taken)` : ''}, and this row comes after the last seat. Raise the quota or leave others out to enrol this person.`,
  'no-quota': () => 'The sending organisation has no quota in this cohort. Give it one to enrol this person.',
}

export const rosterWords = { 'zh-CN': zh, en }

/** The sentence of an issue. */
export function sentenceOf(issue: Issue, locale: RosterLocale) {
  const sentence = rosterWords[locale][issue.word] as (details: Issue['details']) => string
  return sentence(issue.details)
}

const zhChanges = {
  spaces: '去掉空格',
  apostrophe: '去掉撇号',
  'middle-dot': '统一间隔号',
  invisible: '去掉看不见的字符',
  'full-width': '全角改为半角',
  separators: '去掉空格和连字符',
  'small-x': '小写 x 改为大写',
  formula: '去掉公式的写法',
  'stored-as-number': '原按数字存放',
  'country-code': '去掉国家代码',
  'first-of-several': '取第一个号码',
}

const enChanges: Record<keyof typeof zhChanges, string> = {
  spaces: 'spaces removed',
  apostrophe: 'apostrophe removed',
  'middle-dot': 'middle dot made alike',
  invisible: 'invisible characters removed',
  'full-width': 'full-width digits replaced',
  separators: 'spaces and hyphens removed',
  'small-x': 'x capitalised',
  formula: 'formula signs removed',
  'stored-as-number': 'was stored as a number',
  'country-code': 'country code removed',
  'first-of-several': 'the first of several numbers',
}

function zhPlace({ row, number }: Place) {
  return number ? `第 ${row} 行（序号 ${number}）` : `第 ${row} 行`
}

function enPlace({ row, number }: Place) {
  return number ? `row ${row} (no. ${number})` : `row ${row}`
}

function zhNear(near: Near[]) {
  return near.length ? `名称相近的有：${near.map(({ name }) => name).join('、')}。` : '请核对。'
}

function enNear(near: Near[]) {
  return near.length
    ? ` The nearest names are ${near.map(({ name }) => name).join(', ')}.`
    : ' Please check it.'
}
