import { Form, Link, useActionData, useFetcher, useLocation, useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { SubmitButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { useNetwork } from '~/components/network'
import { Notice } from '~/components/notice'
import { Tag } from '~/components/tag'
import { useWords } from '~/i18n'
import { formatPosition, formatTime } from '~/i18n/format'
import { asking } from '~/paths'
import { fieldOf } from './answers'
import { QuestionFields } from './question-fields'
import type { action, QuizData } from './trainee'
import { words } from './words'

type Open = NonNullable<QuizData['open']>
type Part = { quiz: QuizData; open: Open }

/** One question at a time; its answer is kept as it changes, and with each step to another one. */
export function OpenAttempt({ quiz, open, asked }: Part & { asked: string }) {
  const form = useActionData<typeof action>()
  const place = Number(asked)
  const question = open.questions[place - 1]
  return (
    <>
      <FormErrors form={form && 'typed' in form ? form : null} />
      {question && !open.over ? (
        <Question
          key={question.id}
          quiz={quiz}
          open={open}
          place={place}
          typed={form && 'typed' in form ? form.typed?.[fieldOf(question.id)] : undefined}
        />
      ) : (
        <LastLook quiz={quiz} open={open} />
      )}
    </>
  )
}

function Question({ quiz, open, place, typed }: Part & { place: number; typed?: string }) {
  const t = useWords(words)
  const question = open.questions[place - 1]!
  const all = open.questions.length
  const fetcher = useFetcher<typeof action>()
  const ref = useRef<HTMLFormElement>(null)
  const later = useRef<number | undefined>(undefined)

  function changed() {
    window.clearTimeout(later.current)
    later.current = window.setTimeout(() => {
      if (!ref.current) return
      const fields = new FormData(ref.current)
      fields.set('intent', 'save')
      fetcher.submit(fields, { method: 'post' })
    }, 400)
  }
  useEffect(() => () => window.clearTimeout(later.current), [])

  return (
    <Form method="post" ref={ref} onChange={changed} className="flex flex-col gap-4">
      <FormKey of={question.id} />
      <input type="hidden" name="attempt" value={open.id} />
      <input type="hidden" name="shown" value={question.id} />
      <div className="flex items-baseline justify-between gap-3">
        <p className="muted">{t.place(place, all)}</p>
        {open.dueAt !== null && <TimeLeft open={open} now={quiz.now} form={ref} />}
      </div>
      <QuestionFields question={question} answer={open.answers[question.id]} typed={typed} />
      <Saved fetcher={fetcher} zone={quiz.zone} />
      {/* The first button of a form answers to Enter. */}
      <div className="flex flex-row-reverse gap-3">
        <div className="flex-1">
          <Step to={place < all ? String(place + 1) : 'end'} wide>
            {place < all ? t.next : t.check}
          </Step>
        </div>
        {place > 1 && (
          <Step to={String(place - 1)} look="ghost">
            {t.previous}
          </Step>
        )}
      </div>
    </Form>
  )
}

function Step({
  to,
  look,
  wide,
  children,
}: {
  to: string
  look?: 'ghost'
  wide?: boolean
  children: string
}) {
  return (
    <SubmitButton name="to" value={to} look={look} wide={wide}>
      {children}
    </SubmitButton>
  )
}

function Saved({ fetcher, zone }: { fetcher: ReturnType<typeof useFetcher<typeof action>>; zone: string }) {
  const t = useWords(words)
  const network = useNetwork()
  const answer = fetcher.data
  const said =
    fetcher.state !== 'idle'
      ? network === 'fine'
        ? t.saving
        : t.notSaved
      : answer && 'savedAt' in answer
        ? t.saved(formatTime(answer.savedAt, zone))
        : answer?.refused
  return (
    <p className="muted min-h-[1.6em]" aria-live="polite">
      {said}
    </p>
  )
}

/** Counts down by the server's time; when it is over, what is on the page is handed in. */
function TimeLeft({ open, now, form }: { open: Open; now: number; form: React.RefObject<HTMLFormElement> }) {
  const t = useWords(words)
  const submit = useSubmit()
  const [seconds, setSeconds] = useState(() => secondsUntil(open.dueAt, now))
  const fresh = useRef(submit)
  fresh.current = submit

  useEffect(() => {
    const began = performance.now()
    const timer = window.setInterval(() => {
      const left = secondsUntil(open.dueAt, now + performance.now() - began)
      setSeconds(left)
      if (left > 0 || !form.current) return
      window.clearInterval(timer)
      const fields = new FormData(form.current)
      fields.set('intent', 'submit')
      fresh.current(fields, { method: 'post' })
    }, 1000)
    return () => window.clearInterval(timer)
  }, [open.dueAt, now, form])

  return (
    <p role="timer" className={seconds < 60 ? 'font-semibold text-red' : 'muted'}>
      {t.timeLeft(formatPosition(seconds))}
    </p>
  )
}

function secondsUntil(dueAt: number | null, now: number) {
  return dueAt === null ? 0 : Math.max(0, Math.ceil((dueAt - now) / 1000))
}

function LastLook({ open }: Part) {
  const t = useWords(words)
  const { pathname } = useLocation()
  const unanswered = open.questions.filter((one) => open.answers[one.id] === undefined).length
  return (
    <>
      {open.over && (
        <Notice tone="amber" title={t.overTitle}>
          {t.over}
        </Notice>
      )}
      <Card title={t.checkTitle}>
        <p className={unanswered > 0 ? 'text-amber' : 'text-green'}>
          {unanswered > 0 ? t.unanswered(unanswered) : t.allAnswered}
        </p>
        <Rows>
          {open.questions.map((question, index) => {
            const answered = open.answers[question.id] !== undefined
            return (
              <Row
                key={question.id}
                title={
                  open.over ? (
                    question.stem
                  ) : (
                    <Link to={asking(pathname, { q: index + 1 })}>{question.stem}</Link>
                  )
                }
                note={t.backTo(index + 1)}
                end={<Tag tone={answered ? 'green' : 'amber'}>{answered ? t.answeredMark : t.openMark}</Tag>}
              />
            )
          })}
        </Rows>
      </Card>
      <Form method="post">
        <FormKey of="submit" />
        <input type="hidden" name="attempt" value={open.id} />
        <SubmitButton name="intent" value="submit" wide>
          {open.over ? t.seeResult : t.submit}
        </SubmitButton>
      </Form>
    </>
  )
}
