// Short words about a roster: what columns mean and how that was found, and why a file is refused.

import type { Column } from './roster-columns'
import type { RosterFileRefusal } from './roster-file'
import type { Meaning } from './roster-headers'

export type RosterLocale = 'zh-CN' | 'en'

type Labels = {
  meaning: (meaning: Meaning) => string
  reason: (column: Column) => string
  fileRefusal: (refusal: RosterFileRefusal | { refused: 'no-header' }) => string
}

const zhMeanings: Record<Meaning, string> = {
  number: '序号',
  name: '姓名',
  'identity-number': '身份证号码',
  sex: '性别',
  'birth-date': '出生日期',
  telephone: '手机号码',
  county: '区县',
  township: '乡镇',
  unit: '单位',
  post: '职务',
  education: '学历',
  note: '备注',
  other: '其他信息',
  ignored: '不导入',
}

const enMeanings: Record<Meaning, string> = {
  number: 'Number',
  name: 'Name',
  'identity-number': 'Identity number',
  sex: 'Sex',
  'birth-date': 'Birth date',
  telephone: 'Mobile number',
  county: 'County or district',
  township: 'Township',
  unit: 'Workplace',
  post: 'Post',
  education: 'Education',
  note: 'Note',
  other: 'Other information',
  ignored: 'Left out',
}

const zh: Labels = {
  meaning: (meaning) => zhMeanings[meaning],
  reason: ({ reason }) => {
    if (reason.by === 'header') return `取自“${reason.word}”`
    if (reason.by === 'content') return `按内容判断（${Math.round(reason.share * 100)}% 相符）`
    return reason.by === 'manager' ? '由您指定' : '没有标题'
  },
  fileRefusal: (refusal) => {
    switch (refusal.refused) {
      case 'empty':
        return '文件是空的。请选择填好的名单。'
      case 'encrypted':
        return '文件有密码保护。请去掉密码后另存，再上传。'
      case 'old-format':
        return '这是旧格式的 .xls 文件。请用表格软件另存为 .xlsx 或 .csv，再上传。'
      case 'too-large':
        return `文件有 ${refusal.megabytes} MB，最大 ${refusal.mostMegabytes} MB。请去掉图片，或分成几份上传。`
      case 'bomb':
        return `文件展开后太大（最大 ${refusal.mostMegabytes} MB、${refusal.mostCells} 个单元格），不像名单。请只保留名单另存，再上传。`
      case 'no-header':
        return '没有找到名单：表中应有一行标题，写明“姓名”“身份证号码”等。请核对文件，或指定标题在哪一行。'
      case 'not-a-roster':
        return `${zhLooks[refusal.looksLike ?? 'unknown']}请上传 .xlsx 或 .csv 格式的名单。`
    }
  },
}

const en: Labels = {
  meaning: (meaning) => enMeanings[meaning],
  reason: ({ reason }) => {
    if (reason.by === 'header') return `From “${reason.word}”`
    if (reason.by === 'content') return `Judged by its content (${Math.round(reason.share * 100)}% agree)`
    return reason.by === 'manager' ? 'Chosen by you' : 'No header'
  },
  fileRefusal: (refusal) => {
    switch (refusal.refused) {
      case 'empty':
        return 'The file is empty. Choose the roster that was filled in.'
      case 'encrypted':
        return 'The file is protected by a password. Save it without one and upload it again.'
      case 'old-format':
        return 'This is an .xls file of the old format. Save it as .xlsx or .csv and upload it again.'
      case 'too-large':
        return `The file has ${refusal.megabytes} MB; the most is ${refusal.mostMegabytes} MB. Remove pictures, or upload it in parts.`
      case 'bomb':
        return `Unpacked the file is too large for a roster (at most ${refusal.mostMegabytes} MB and ${refusal.mostCells} cells). Save the roster alone and upload it again.`
      case 'no-header':
        return 'No roster was found: one row should name the columns, such as 姓名 (name) and 身份证号码 (identity number). Check the file, or say which row it is.'
      case 'not-a-roster':
        return `${enLooks[refusal.looksLike ?? 'unknown']} Upload the roster as .xlsx or .csv.`
    }
  },
}

export const rosterLabels = { 'zh-CN': zh, en }

const zhLooks = {
  pdf: '这是 PDF 文件，不是名单。',
  image: '这是图片，不是名单。',
  document: '这是文档，不是名单。',
  'web-page': '这是网页文件，有些系统会把它叫作 .xls。请用表格软件打开后另存，',
  'other-sheet': '这种表格格式读不了。',
  unknown: '这个文件读不出名单，可能已损坏。',
}

const enLooks: Record<keyof typeof zhLooks, string> = {
  pdf: 'This is a PDF and not a roster.',
  image: 'This is a picture and not a roster.',
  document: 'This is a document and not a roster.',
  'web-page':
    'This is a web page, which some systems call .xls. Open it in a spreadsheet program and save it anew.',
  'other-sheet': 'This kind of spreadsheet cannot be read.',
  unknown: 'No roster can be read in this file; it may be damaged.',
}
