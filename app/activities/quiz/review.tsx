import { useLocation } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card } from '~/components/card'
import { Tag } from '~/components/tag'
import { useWords } from '~/i18n'
import { formatScore } from '~/i18n/format'
import type { QuizData } from './trainee'
import { words } from './words'

type Reviewed = NonNullable<QuizData['review']>

/** An attempt that has ended: each question with what was answered, why, and in the end what is right. */
export function Review({ review }: { review: Reviewed }) {
  const t = useWords(words)
  const { pathname } = useLocation()
  return (
    <>
      <h2>
        {t.reviewTitle(review.number, formatScore(review.score))}
        {review.timedOut && ` · ${t.timedOut}`}
      </h2>
      {!review.settled && <p className="muted">{t.later}</p>}
      {review.questions.map((question, index) => (
        <Card key={question.id}>
          <div className="flex items-start justify-between gap-3">
            <h3 className="text-base font-semibold">
              {index + 1}. {question.stem}
            </h3>
            <Tag tone={question.right ? 'green' : 'red'}>{question.right ? t.right : t.wrong}</Tag>
          </div>
          <p className="mt-2">
            {t.given}
            <Said question={question} answers={question.given} between={t.and} />
          </p>
          {!question.right && question.correct && (
            <p>
              {t.correct}
              <Said question={question} answers={question.correct} between={t.or} />
            </p>
          )}
          {question.why && <p className="mt-2 text-ink-2">{question.why}</p>}
        </Card>
      ))}
      <div>
        <LinkButton look="ghost" to={pathname}>
          {t.back}
        </LinkButton>
      </div>
    </>
  )
}

function Said({
  question,
  answers,
  between,
}: {
  question: Reviewed['questions'][number]
  answers: string[]
  between: string
}) {
  const t = useWords(words)
  if (answers.length === 0) return t.nothing
  if (question.type === 'truefalse') return answers[0] === 'true' ? t.yes : t.no
  if (question.type === 'order') return answers.join(t.before)
  return answers.join(question.type === 'blank' ? between : t.and)
}
