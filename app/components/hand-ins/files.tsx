import type { ReactNode } from 'react'
import { useWords } from '~/i18n'
import { formatBytes } from '~/i18n/format'
import { paths } from '~/paths'
import { Icon } from '../icon'
import { words } from './words'

export type ShownFile = { id: string; name: string; bytes: number; mediaType: string }

/** What was handed in: photos as photos, other files by name and size. `under` stands below each, such as a box to keep it. */
export function Files({ files, under }: { files: ShownFile[]; under?: (file: ShownFile) => ReactNode }) {
  const t = useWords(words)
  if (!files.length) return null
  return (
    <ul aria-label={t.files} className="mt-2 flex flex-wrap gap-3">
      {files.map((file) => (
        <li key={file.id} className="min-w-0 max-w-full">
          <a href={paths.file(file.id)} className="link flex min-h-11 items-center gap-1.5">
            {file.mediaType.startsWith('image/') ? (
              <img
                src={paths.file(file.id)}
                alt={t.photoAlt(file.name)}
                loading="lazy"
                className="h-36 w-auto max-w-full rounded-card border border-line object-cover"
              />
            ) : (
              <>
                <Icon name="file" size={18} />
                <span className="min-w-0 break-all">
                  {file.name} <span className="muted">{formatBytes(file.bytes)}</span>
                </span>
              </>
            )}
          </a>
          {under?.(file)}
        </li>
      ))}
    </ul>
  )
}
