import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseUpload } from '~/http/upload.server'
import type { Comparison } from './compare-file'

/** Whether an uploaded PDF is one of those that were drawn; it is gone when this returns. */
export async function comparedUpload(
  request: Request,
  files: { sha256: string; redrawn: boolean }[],
): Promise<Comparison> {
  const form = await parseUpload(request, { maxBytes: 10_000_000, accept: ['pdf'] })
  try {
    const [file] = form.files
    if (!file) return 'not-pdf'
    const sha256 = createHash('sha256')
      .update(await readFile(file.path))
      .digest('hex')
    const kept = files.find((one) => one.sha256 === sha256)
    if (!kept) return 'other'
    return kept.redrawn ? 'redrawn' : 'same'
  } finally {
    await form.remove()
  }
}
