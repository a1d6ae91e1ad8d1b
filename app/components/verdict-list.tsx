import type { ShownPart } from '~/domain/completion/shown'
import { Card, Row, Rows } from './card'
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
          />
        ))}
      </Rows>
    </Card>
  )
}
