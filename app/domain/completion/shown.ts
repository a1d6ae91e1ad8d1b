// A verdict as pages show it: sentences made where the verdict is, so that little travels.
import type { Curriculum } from '../learning/curriculum'
import type { Naming } from './naming'
import { listedParts, type Part, type State, type Verdict } from './verdict'
import { completionWords } from './words'

export type ShownPart = {
  title: string
  details: string[]
  /** What is missing, module by module, where it is more than a glance takes in. */
  groups: { title: string; lines: string[] }[]
  state: State
  stateWord: string
}
export type ShownVerdict = { headline: string; state: State; parts: ShownPart[] }

const GLANCE = 4

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

  function shown(part: Part): ShownPart {
    const { short, lines } = apart(part)
    return {
      title: t.title(part),
      details: t.details(short, naming),
      groups: byModule(lines),
      state: part.state,
      stateWord: word(part.state),
    }
  }

  /** A part without its long list, and the lines of that list. */
  function apart(part: Part): { short: Part; lines: Line[] } {
    if ((part.kind === 'modules' || part.kind === 'score') && part.missing.length > GLANCE) {
      const lines = part.missing.map((one) => ({ activity: one.activity, text: t.missing(one, naming) }))
      return { short: { ...part, missing: [] }, lines }
    }
    if (part.kind === 'hours' && part.state === 'not-yet' && part.ways.length > GLANCE) {
      const lines = part.ways.map((one) => ({ activity: one.activity, text: t.way(one, naming) }))
      return { short: { ...part, ways: [] }, lines }
    }
    return { short: part, lines: [] }
  }

  function byModule(lines: Line[]) {
    return curriculum.modules
      .map((module) => {
        const own = lines.filter((line) => curriculum.activities.get(line.activity)?.moduleId === module.id)
        return { title: t.moduleWith(module.title, own.length), lines: own.map((line) => line.text) }
      })
      .filter((group) => group.lines.length > 0)
  }

  const parts = listedParts(verdict.completion).map(shown)
  const { distinction } = verdict
  if (distinction) {
    const { state } = distinction
    const details = t.distinctionDetails(distinction, naming)
    parts.push({ title: t.distinction, details, groups: [], state, stateWord: word(state) })
  }
  return { headline: t.headline(verdict), state: verdict.state, parts }
}

type Line = { activity: string; text: string }
