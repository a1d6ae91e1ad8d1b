import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Notice } from '~/components/notice'
import { useWords } from '~/i18n'
import { words } from './words'

type Role = keyof (typeof words)['zh-CN']['roles']

export type Shown = {
  past: string | null
  people: { personId: string; name: string; role: Role; note: string | null }[]
}

/** One press signs in as somebody of the demonstration; only where the server said that it may. */
export function Demonstration({ past, people }: Shown) {
  const t = useWords(words)
  return (
    <Card title={t.demonstration}>
      <p className="mb-3 text-sm text-ink-2">{t.demonstrationNote}</p>
      {past && (
        <div className="mb-3">
          <Notice tone="amber">
            {t.past(past)} <code className="font-mono">npm run seed daming -- --anew</code>
          </Notice>
        </div>
      )}
      <Form method="post" reloadDocument className="flex flex-col gap-2.5">
        {people.map((person) => (
          <SubmitButton key={person.personId} look="ghost" name="person" value={person.personId} wide>
            <span className="flex w-full min-w-0 flex-col items-start py-1.5 text-left">
              <span>
                {person.name}
                <span className="ml-2 text-sm font-normal text-ink-2">{t.roles[person.role]}</span>
              </span>
              {person.note && <span className="text-tiny font-normal text-ink-2">{person.note}</span>}
            </span>
          </SubmitButton>
        ))}
      </Form>
    </Card>
  )
}
