import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TEXT = /\.(js|css|svg|json|txt|webmanifest)$/
const SMALLEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

/** Lays a .br and a .gz beside each text file under a folder, once at build instead of at each request. */
export async function compressAssets(folder) {
  const names = await readdir(folder, { recursive: true })
  const texts = names.filter((name) => TEXT.test(name) && !name.startsWith('.vite'))
  for (const name of texts) {
    const path = join(folder, name)
    const bytes = await readFile(path)
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, SMALLEST),
      promisify(gzip)(bytes, { level: 9 }),
    ])
    await writeFile(`${path}.br`, br)
    await writeFile(`${path}.gz`, gz)
  }
}
