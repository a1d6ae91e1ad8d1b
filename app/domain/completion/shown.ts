// A verdict as pages show it: sentences made where the verdict is, so that little travels.
import type { Curriculum } from '../learning/curriculum'
import type { Naming } from './naming'
import { listedParts, type Part, type State, type Verdict } from './verdict'
import { completionWords } from './words'

export type ShownPart = { title: string; details: string[]; state: State; stateWord: string }
export type ShownVerdict = { headline: string; state: State; parts: ShownPart[] }

/** `day` writes a day as the reader's language does, in the cohort's time zone. */
export function shownVerdict(
  locale: 'zh-CN' | 'en',
  verdict: Verdict,
  curriculum: Curriculum,
  day: (at: Date) => string,
): ShownVerdict {
  const t = completionWords[locale]
  const naming: Naming = { activity: (id) => curriculum.activities.get(id)?.title ?? '', day }
  const word = (state: State) =>
    ({ done: t.done, 'not-yet': t.notYet, 'can-no-longer': t.canNoLonger })[state]
  const shown = (part: Part): ShownPart => ({
    title: t.title(part),
    details: t.details(part, naming),
    state: part.state,
    stateWord: word(part.state),
  })
  const parts = listedParts(verdict.completion).map(shown)
  const { distinction } = verdict
  if (distinction) {
    const { state } = distinction
    const details = t.distinctionDetails(distinction, naming)
    parts.push({ title: t.distinction, details, state, stateWord: word(state) })
  }
  return { headline: t.headline(verdict), state: verdict.state, parts }
}
