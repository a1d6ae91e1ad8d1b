// What a trainee hands in for their mentor to judge: case studies, an assignment, practice.
import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { expect } from '../../support/browser'
import { expectSaid, type Trainee } from './people'
import type { Planned } from './programme'
import { opensActivity } from './studying'

type Cases = { activity: string; answers: string[] }[]
const cases: Cases = JSON.parse(readFileSync('prisma/seed/content/case-answers.json', 'utf8'))

export async function handsInCase(trainee: Trainee, { title }: Planned) {
  const { page } = trainee
  await opensActivity(trainee, title)
  await expect(page.getByText('互评')).toHaveCount(0)
  const text = `${cases.find(({ activity }) => activity === title)?.answers[0] ?? calmAnswer}\n${trainee.name}`
  await page.getByLabel('写出您的分析').fill(text)
  await page.getByRole('button', { name: '提交' }).click()
  await expectSaid(page, '已提交，等导学教师评分')
}

const calmAnswer =
  '当时：我先请奶奶坐下，蹲下来看小宇的额头，告诉她我看到的红印有多大，不争论是谁的错。我请保健医生一起看，记下时间和位置，征得奶奶同意后拍照，让她看到我们在认真对待。带班的李老师这时先照看其他孩子，避免大家围观。当晚：我给小宇的妈妈打电话，按时间说清午睡前后看到了什么，哪些还不知道，明天怎样查；再请奶奶听电话，谢谢她马上告诉我们。我把经过写成记录，请李老师核对签字。一周内：查看午睡室的床和栏杆，把有棱角的地方包好；午睡时每十五分钟看一遍并做记录；请奶奶来园半天，看看孩子怎样吃饭、午睡和游戏，听听她的担心；周五再通一次话，告诉她我们改了哪些地方，问她还有什么不放心。判断有没有效，看奶奶来接时愿不愿意先问一句“今天怎么样”，也看小宇午睡是不是安稳。'

/** Hands in a plan as a PDF. */
export async function handsInAssignment(trainee: Trainee, { title }: Planned) {
  const { page } = trainee
  await opensActivity(trainee, title)
  await page.getByLabel('正文').fill('活动方案见附件。反思：提问太快，孩子没有时间想。')
  await page
    .getByLabel('附件')
    .setInputFiles({ name: '活动方案.pdf', mimeType: 'application/pdf', buffer: await smallPdf() })
  await page.getByRole('button', { name: '提交' }).click()
  await expectSaid(page, '已提交，等导学教师评分')
  await expect(page.getByRole('link', { name: '活动方案.pdf' })).toBeVisible()
}

function smallPdf() {
  return new Promise<Buffer>((resolve) => {
    const document = new PDFDocument()
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.text('A plan')
    document.end()
  })
}

/** Notes each item of a practice; to the first goes a photo where photos are taken. */
export async function practises(trainee: Trainee, { title, items }: Planned) {
  const { page } = trainee
  await opensActivity(trainee, title)
  for (const [place, item] of items.entries()) {
    const card = page.locator(`#item-${place + 1}`)
    await card.getByLabel('记录').fill(`${item}：今天在班里做了，孩子们的反应和我想的不一样，已经记下来。`)
    const photo = card.getByLabel('照片')
    if (place === 0 && (await photo.count()) > 0) {
      await photo.setInputFiles({ name: '观察.jpg', mimeType: 'image/jpeg', buffer: await tellingPhoto() })
    }
    await card.getByRole('button', { name: '保存这一项' }).click()
    await expect(card.getByText('补充或修改')).toBeVisible()
  }
  await expectSaid(page, '已保存。材料已齐，等导学教师审核。')
}

/** A photo that tells where and with what it was taken. */
function tellingPhoto() {
  return sharp({ create: { width: 1200, height: 900, channels: 3, background: '#8a9a5b' } })
    .withExif({
      IFD0: { Make: 'Phone', Model: 'P-1' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '36/1 17/1 6/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '115/1 9/1 7/1',
      },
    })
    .jpeg()
    .toBuffer()
}

/** The photo as it is kept tells neither place nor camera. */
export async function seesPhotoWithoutPlace({ page }: Trainee) {
  const photo = page.getByRole('img', { name: '照片：观察.jpg' })
  await expect(photo).toBeVisible()
  const kept = await page.request.get((await photo.getAttribute('src'))!)
  const { width, exif, xmp, iptc } = await sharp(await kept.body()).metadata()
  expect({ width, exif, xmp, iptc }).toEqual({
    width: 1200,
    exif: undefined,
    xmp: undefined,
    iptc: undefined,
  })
}
