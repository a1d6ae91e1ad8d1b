import { Form, useActionData, useLocation } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { Tag } from '~/components/tag'
import { useLocale, useWords } from '~/i18n'
import { formatDayTime, formatScore } from '~/i18n/format'
import { asking } from '~/paths'
import type { action, QuizData } from './trainee'
import { words } from './words'

/** Before and between attempts: how the quiz goes, what was reached, and the way in. */
export function QuizIntro({ quiz }: { quiz: QuizData }) {
  const t = useWords(words)
  const locale = useLocale()
  const form = useActionData<typeof action>()
  const { pathname } = useLocation()
  const passed = quiz.attempts.some((attempt) => attempt.score >= quiz.passMark)
  return (
    <>
      <Card>
        <p>{t.rules(quiz.drawn, quiz.passMark)}</p>
        <p>{quiz.minutes === null ? t.untimed : t.timed(quiz.minutes)}</p>
        <p className="muted mt-1">{quiz.left > 0 || quiz.open ? t.left(quiz.left) : t.noneLeft}</p>
        <div className="mt-4">
          <FormErrors form={form && 'typed' in form ? form : null} />
          {quiz.open ? (
            <LinkButton to={asking(pathname, { q: quiz.open.over ? 'end' : 1 })}>{t.goOn}</LinkButton>
          ) : (
            quiz.left > 0 &&
            !quiz.closed && (
              <Form method="post">
                <FormKey />
                <SubmitButton name="intent" value="start" look={passed ? 'ghost' : 'solid'}>
                  {quiz.attempts.length > 0 ? t.again : t.start}
                </SubmitButton>
              </Form>
            )
          )}
        </div>
      </Card>
      {quiz.attempts.length > 0 && (
        <Card flush title={t.attempts}>
          <Rows label={t.attempts}>
            {quiz.attempts.map((attempt) => (
              <Row
                key={attempt.number}
                title={`${t.attempt(attempt.number)} · ${t.score(formatScore(attempt.score))}`}
                note={formatDayTime(attempt.at, quiz.zone, locale)}
                to={asking(pathname, { attempt: attempt.number })}
                end={
                  attempt.timedOut ? (
                    <Tag tone="amber">{t.timedOut}</Tag>
                  ) : (
                    <span className="link">{t.look}</span>
                  )
                }
              />
            ))}
          </Rows>
        </Card>
      )}
    </>
  )
}
