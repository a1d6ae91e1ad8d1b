// An .xlsx is a zip archive, and a hostile one unpacks to any size, lies about it, or hides entries that a
// reader which streams would find. So the archive is unpacked here, by its directory and within a budget,
// and only what a workbook needs is packed anew, without compression, in the order that the reader wants:
// the book, its relations, the strings, the styles, the sheets in the order of the book.

import { crc32, inflateRawSync } from 'node:zlib'

export type Archive = { entries: Map<string, Buffer> }
export type ArchiveRefusal = { refused: 'not-a-roster' | 'encrypted' | 'bomb' }

type Entry = { path: string; method: number; encrypted: boolean; packed: Buffer }

const mostEntries = 2_000

/** Unpacks the entries of a zip archive whose paths are wanted; `most` bounds their bytes together. */
export function unpack(file: Buffer, wanted: RegExp, most: number): Archive | ArchiveRefusal {
  const listed = directoryOf(file)
  if (!listed) return { refused: 'not-a-roster' }
  const entries = new Map<string, Buffer>()
  let left = most
  for (const entry of listed) {
    if (entry.encrypted) return { refused: 'encrypted' }
    if (!wanted.test(entry.path) || entries.has(entry.path)) continue
    const bytes = bytesOf(entry, left)
    if (!bytes) return { refused: left <= 0 ? 'bomb' : 'not-a-roster' }
    if (bytes === 'bomb') return { refused: 'bomb' }
    left -= bytes.length
    entries.set(entry.path, bytes)
  }
  return { entries }
}

/** A zip archive of these entries, in this order, none of them compressed. */
export function pack(entries: Map<string, Buffer>) {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of entries) {
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, bytes)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name)
    offset += 30 + name.length + bytes.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.size, 8)
  end.writeUInt16LE(entries.size, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}

function bytesOf(entry: Entry, most: number): Buffer | 'bomb' | null {
  if (most <= 0) return 'bomb'
  if (entry.method === 0) return entry.packed.length > most ? 'bomb' : entry.packed
  if (entry.method !== 8) return null
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: most })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : null
  }
}

function directoryOf(file: Buffer): Entry[] | null {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > file.length) return null
  const count = file.readUInt16LE(end + 10)
  if (count > mostEntries) return null
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let number = 0; number < count; number++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return null
    const size = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const local = file.readUInt32LE(at + 42)
    if (local + 30 > file.length || file.readUInt32LE(local) !== 0x04034b50) return null
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (start + size > file.length) return null
    entries.push({
      path: file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      packed: file.subarray(start, start + size),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}
