import { Choices } from '~/components/choice'
import { useWords } from '~/i18n'
import { fieldOf, rankFieldOf } from './answers'
import type { Answer, ShownQuestion } from './questions'
import { words } from './words'

/** A question with the fields of its type; plain ones, so that it can be answered without a mouse or a script. */
export function QuestionFields({
  question,
  answer,
  typed,
}: {
  question: ShownQuestion
  answer: Answer | undefined
  /** What was written into a blank and refused. */
  typed?: string
}) {
  const t = useWords(words)
  const { id, type, stem, options } = question
  const title = <span className="text-xl font-semibold">{stem}</span>
  switch (type) {
    case 'single':
    case 'multiple':
      return (
        <Choices
          name={fieldOf(id)}
          legend={title}
          hint={t.type[type]}
          many={type === 'multiple'}
          options={options.map((label, place) => ({ value: String(place), label }))}
          defaultValue={Array.isArray(answer) ? answer.map(String) : []}
        />
      )
    case 'truefalse':
      return (
        <Choices
          name={fieldOf(id)}
          legend={title}
          hint={t.type[type]}
          options={[
            { value: 'true', label: t.yes },
            { value: 'false', label: t.no },
          ]}
          defaultValue={typeof answer === 'boolean' ? [String(answer)] : []}
        />
      )
    case 'blank':
      return (
        <div>
          <p>{title}</p>
          <p className="muted mb-2">{t.type.blank}</p>
          <label className="block">
            <span className="sr-only">{t.blank}</span>
            <input
              name={fieldOf(id)}
              defaultValue={typed ?? (typeof answer === 'string' ? answer : '')}
              placeholder={t.blank}
              autoComplete="off"
              className="min-h-11 w-full rounded-btn border border-edge bg-surface px-3.5 py-2"
            />
          </label>
        </div>
      )
    case 'order':
      return <OrderFields question={question} answer={answer} />
  }
}

function OrderFields({ question, answer }: { question: ShownQuestion; answer: Answer | undefined }) {
  const t = useWords(words)
  const ranks = question.options.map((_, place) =>
    Array.isArray(answer) ? String(answer.indexOf(place) + 1 || '') : '',
  )
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className="mb-1.5 text-xl font-semibold">{question.stem}</legend>
      <p className="muted">
        {t.type.order} · {t.orderHint}
      </p>
      {question.options.map((option, place) => (
        <label
          key={option}
          className="flex min-h-[52px] items-center gap-3 rounded-xl border border-line bg-surface px-3.5 py-2"
        >
          <select
            name={rankFieldOf(question.id, place)}
            defaultValue={ranks[place]}
            aria-label={t.rank(option)}
            onChange={(event) => giveUp(event.currentTarget)}
            className="min-h-11 flex-none rounded-btn border border-edge bg-surface px-2"
          >
            <option value="">{t.noRank}</option>
            {question.options.map((_, index) => (
              <option key={index} value={index + 1}>
                {t.rankNo(index + 1)}
              </option>
            ))}
          </select>
          <span className="min-w-0">{option}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** A place is held once: whoever held it before gets the one that is free. */
function giveUp(chosen: HTMLSelectElement) {
  const all = [...(chosen.closest('fieldset')?.querySelectorAll('select') ?? [])]
  const held = all.find((one) => one !== chosen && one.value !== '' && one.value === chosen.value)
  if (!held) return
  const taken = new Set(all.filter((one) => one !== held).map((one) => one.value))
  const free = [...held.options].map((one) => one.value).find((value) => value !== '' && !taken.has(value))
  held.value = all.some((one) => one !== held && one.value === '') ? '' : (free ?? '')
}
