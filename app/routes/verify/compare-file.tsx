import { Form } from '@remix-run/react'
import { useState } from 'react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Notice } from '~/components/notice'
import { FilePicker } from '~/components/tools'
import { useWords } from '~/i18n'
import { words } from './words'

export type Comparison = 'same' | 'redrawn' | 'other' | 'not-pdf'

const maxBytes = 10_000_000

/** Whether a PDF is the one that was issued: by its hash, worked out in the browser, so that the file stays there. */
export function CompareFile({
  files,
  sent,
}: {
  files: { sha256: string; redrawn: boolean }[]
  sent: Comparison | null
}) {
  const t = useWords(words)
  const [here, setHere] = useState<Comparison | null>(null)
  const result = here ?? sent

  async function compare(file: File | undefined) {
    if (!file || !globalThis.crypto?.subtle) return
    if (file.size > maxBytes) return setHere('not-pdf')
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    const sha256 = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const kept = files.find((one) => one.sha256 === sha256)
    setHere(kept ? (kept.redrawn ? 'redrawn' : 'same') : 'other')
  }

  return (
    <Card title={t.pdfTitle}>
      <Form
        method="post"
        encType="multipart/form-data"
        className="flex flex-col gap-3"
        onChange={(event) => {
          const { target } = event
          if (target instanceof HTMLInputElement && target.type === 'file') void compare(target.files?.[0])
        }}
      >
        <FilePicker name="file" label={t.pdf} accept="application/pdf,.pdf" maxBytes={maxBytes} required />
        <div className="[.js_&]:hidden">
          <SubmitButton look="ghost">{t.compare}</SubmitButton>
        </div>
      </Form>
      <div aria-live="polite" className="mt-3">
        {result && (
          <Notice tone={result === 'same' || result === 'redrawn' ? 'green' : 'red'}>
            {sentence(result, t)}
          </Notice>
        )}
      </div>
    </Card>
  )
}

function sentence(
  result: Comparison,
  t: { same: string; sameRedrawn: string; other: string; notPdf: string },
) {
  return { same: t.same, redrawn: t.sameRedrawn, other: t.other, 'not-pdf': t.notPdf }[result]
}
