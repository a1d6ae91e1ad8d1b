import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kindOf } from '~/domain/files/file-kind'
import { parseUpload } from './upload.server'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

function send(...files: [name: string, bytes: Buffer][]) {
  const body = new FormData()
  body.append('note', '早上好')
  for (const [name, bytes] of files) body.append('photo', new File([new Uint8Array(bytes)], name))
  return new Request('http://localhost/', { method: 'POST', body })
}

test('a photo arrives whole, under the name that its owner gave it, and goes when it is done with', async () => {
  const form = await parseUpload(send(['石子区.png', png]), { maxBytes: 1000, accept: ['png'] })
  expect(form.fields.get('note')).toBe('早上好')
  const [photo] = form.files
  expect(photo).toMatchObject({ field: 'photo', name: '石子区.png', bytes: png.length, kind: 'png' })
  expect(readFileSync(photo!.path)).toEqual(png)
  await form.remove()
  expect(existsSync(photo!.path)).toBe(false)
})

test('a file that is too large is told so and not kept', async () => {
  const form = await parseUpload(send(['a.png', Buffer.concat([png, Buffer.alloc(2000)])]), {
    maxBytes: 1000,
    accept: ['png'],
  })
  expect(form).toMatchObject({ files: [], faults: { photo: { word: 'too-large' } } })
  await form.remove()
})

test('a program that calls itself a photo is refused', async () => {
  const form = await parseUpload(send(['photo.png', Buffer.from('MZ\u0000\u0001')]), {
    maxBytes: 1000,
    accept: ['png'],
  })
  expect(form.faults).toMatchObject({ photo: { word: 'wrong-kind' } })
  await form.remove()
})

test('a name that would leave its folder is cut to its last part', async () => {
  const form = await parseUpload(send(['../../etc/passwd.png', png]), { maxBytes: 1000, accept: ['png'] })
  expect(form.files[0]?.name).toBe('passwd.png')
  await form.remove()
})

test('one file too many is told, an empty choice is none', async () => {
  const many = await parseUpload(send(['a.png', png], ['b.png', png]), { maxBytes: 1000, accept: ['png'] })
  expect(many.faults).toMatchObject({ '': { word: 'too-many' } })
  await many.remove()
  const none = await parseUpload(send(['', Buffer.alloc(0)]), { maxBytes: 1000, accept: ['png'] })
  expect(none).toMatchObject({ files: [], faults: {} })
  await none.remove()
})

test('a page of HTML and a drawing of SVG are no kind that we take, whatever they are called', () => {
  expect(kindOf(Buffer.from('<html><script>'), 'a.html')).toBe(null)
  expect(kindOf(Buffer.from('<svg xmlns='), 'a.svg')).toBe(null)
  expect(kindOf(Buffer.from('姓名,电话\n'), 'a.csv')).toBe('csv')
  expect(kindOf(Buffer.from([0x50, 0x4b, 3, 4]), '名单.XLSX')).toBe('xlsx')
})
