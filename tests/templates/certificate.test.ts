import { expect, test, vi } from 'vitest'
import { drawCertificate } from '#templates/certificates/certificate'
import { fontOf, unprintable } from '#templates/fonts'
import { liXiaoyan } from './certificate.facts'
import { namesInCsv, namesInWorkbook } from './people'
import { fontsOf, openPdf, qrOf, textOf } from './reading'

// Hundreds of pages are drawn and read back, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

test('a certificate says in Chinese who completed what, and how well', async () => {
  const text = await textOf(await drawCertificate(liXiaoyan))
  expect(text).toContain('结业证书')
  expect(text).toContain(
    '李晓燕（身份证号1304**********0027）于2017年3月至2017年7月参加“大名县农村幼儿园教师专业发展混合式研修项目”第一期，' +
      '完成全部四个模块，累计77学时（线上37、研讨6、实践16、面授18），综合成绩91.2分，准予结业。',
  )
  expect(text).toContain('证书编号冀邯大名〔2017〕教培结字第0123号')
  expect(text).toContain('二〇一七年七月十五日')
})

test('a certificate in English says the same, with no Chinese but names and the second title', async () => {
  const text = await textOf(
    await drawCertificate({ ...liXiaoyan, name: 'Anna Müller', distinguished: true }, 'en'),
  )
  expect(text).toContain('ThisistocertifythatAnnaMüller(identitynumber1304**********0027)')
  expect(text).toContain('fromMarchtoJuly2017,completedallfourmodulesandearned77credithours')
  expect(text).toContain('withafinalscoreof91.2,andisnamedadistinguishedtrainee.')
  expect(text).toContain('15July2017')
})

test('a distinguished trainee is named one, and one without marks has no score', async () => {
  expect(await textOf(await drawCertificate({ ...liXiaoyan, distinguished: true }))).toContain(
    '授予“优秀学员”称号',
  )
  expect(await textOf(await drawCertificate({ ...liXiaoyan, score: null }))).not.toContain('综合成绩')
})

test("a safety officer's certificate says until when it is good", async () => {
  const text = await textOf(
    await drawCertificate({ ...liXiaoyan, track: 'safety-officer', moduleCount: 1, expiresOn: '2020-07-14' }),
  )
  expect(text).toContain('考核合格，准予结业。本证书有效期至2020年7月14日。')
})

test('a camera reads the address of the verification page from the QR code', async () => {
  const pdf = await openPdf(await drawCertificate(liXiaoyan))
  expect(await qrOf(pdf, 1)).toBe(liXiaoyan.verifyUrl)
})

test('the same facts give the same bytes, whatever was drawn before', async () => {
  const first = await drawCertificate(liXiaoyan)
  await drawCertificate({ ...liXiaoyan, name: '⼀⼆李' }, 'en')
  expect(Buffer.from(await drawCertificate(liXiaoyan)).equals(first)).toBe(true)
  expect(Buffer.from(await drawCertificate({ ...liXiaoyan, name: '李小燕' })).equals(first)).toBe(false)
})

test('a certificate carries its title, language, tags and fonts', async () => {
  const pdf = await openPdf(await drawCertificate(liXiaoyan))
  expect((await pdf.getMetadata()).info).toMatchObject({
    Title: `结业证书 李晓燕 ${liXiaoyan.number}`,
    Language: 'zh-CN',
  })
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const fonts = await fontsOf(pdf, 1)
  expect(fonts).toMatchObject({ embedded: true, empty: 0 })
  expect(fonts.names.map((name) => name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual([
    'NotoSansSC-Regular',
    'NotoSerifSC-Regular',
    'NotoSerifSC-SemiBold',
  ])
})

test('every name of every roster can be printed in every face', async () => {
  const files = ['daming-roster.xlsx', 'daming-roster-with-mistakes.xlsx', 'maths-teachers-13-districts.xlsx']
  const names = (await Promise.all(files.map(namesInWorkbook)))
    .flat()
    .concat(namesInCsv('safety-officers.csv'))
  expect(names.length).toBeGreaterThan(15_500)
  expect(unprintable(names.join(''))).toEqual([])
  const characters = new Set(names.join(''))
  for (const face of ['serif', 'serif-bold', 'sans', 'sans-bold'] as const) {
    const missing = [...characters].filter((char) => !fontOf(face).hasGlyphForCodePoint(char.codePointAt(0)!))
    expect(missing).toEqual([])
  }
})

test('rare characters, a middle dot and an umlaut are printed right', async () => {
  const names = (await namesInWorkbook('daming-roster-with-mistakes.xlsx')).filter((name) =>
    /[^\p{Script=Han}\s]|[\u{20000}-\u{3ffff}]/u.test(name),
  )
  expect(names).toEqual(expect.arrayContaining(['𬭎喆', 'Anna Müller']))
  for (const name of names.filter((name) => name.length < 40)) {
    const pdf = await openPdf(await drawCertificate({ ...liXiaoyan, name }))
    expect(await fontsOf(pdf, 1)).toMatchObject({ embedded: true, empty: 0 })
    expect(await textOf(await drawCertificate({ ...liXiaoyan, name }))).toContain(name.replace(/\s/g, ''))
  }
})

test('a name of two hundred characters and titles without end stay on one page', async () => {
  const bytes = await drawCertificate({
    ...liXiaoyan,
    name: '张'.repeat(200),
    programmeTitle: liXiaoyan.programmeTitle.repeat(5),
  })
  const pdf = await openPdf(bytes)
  expect(pdf.numPages).toBe(1)
  expect(await textOf(bytes)).toContain('准予结业。')
})

test('a character that no font has is named before anything is issued', () => {
  expect(unprintable('王𠮷𠮷明')).toEqual(['𠮷'])
})
