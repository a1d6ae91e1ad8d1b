import type { ShownPart } from '~/domain/completion/shown'
import { Card, Row, Rows } from './card'
import { Icon } from './icon'
import type { DotState } from './tag'

const dots: Record<ShownPart['state'], DotState> = {
  done: 'done',
  'not-yet': 'todo',
  'can-no-longer': 'never',
}

/** What a rule says of one person, part by part: done, not yet and by when, can no longer and why. */
export function VerdictList({ label, parts }: { label: string; parts: ShownPart[] }) {
  return (
    <Card flush>
      <Rows label={label}>
        {parts.map((part) => (
          <Row
            key={part.title}
            title={part.title}
            dot={dots[part.state]}
            dotLabel={part.stateWord}
            note={part.details.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          >
            {part.groups.length > 0 && (
              <div className="mt-1">
                {part.groups.map((group) => (
                  <Missing key={group.title} group={group} />
                ))}
              </div>
            )}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

/** What one module still lacks; folded, since a list of thirty hides what is above and below it. */
function Missing({ group: { title, lines } }: { group: ShownPart['groups'][number] }) {
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 text-sm [&::-webkit-details-marker]:hidden">
        {title}
        <span className="flex-none rotate-90 text-ink-2 group-open:-rotate-90">
          <Icon name="right" size={16} />
        </span>
      </summary>
      <ul className="muted flex flex-col gap-1.5 pb-2.5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
