// Reports over people whom districts sent, or units of districts, and not townships: what is other about their words
// and parts.
import type { Locale } from '../locale'
import type { CompletionReportFacts } from './facts'
import { type ReportWords, reportWords } from './words'

const areaWords = {
  'zh-CN': {
    sections: { townships: '二、各地区情况', rates: '三、结业率（按地区）' },
    peopleNext: '四、名单',
    township: '地区',
    total: (areas: number) => `合计（${areas} 个地区）`,
    chart: '各地区结业率条形图，数字见上表',
  },
  en: {
    sections: { townships: '2. By area', rates: '3. Completion by area' },
    peopleNext: '4. People',
    township: 'Area',
    total: (areas: number) => `Total (${areas} ${areas === 1 ? 'area' : 'areas'})`,
    chart: 'Bar chart of completion by area; the table above has the figures',
  },
}

/** Whether people were sent by areas themselves, by no unit below one: a table by unit would say the same again. */
export function sentByAreas({ ofTownships, units }: CompletionReportFacts) {
  return !ofTownships && units.length > 0 && units.every((unit) => unit.name === unit.township)
}

/** The words of a report in a language. */
export function reportWordsFor(facts: CompletionReportFacts, locale: Locale): ReportWords {
  const words = reportWords[locale]
  if (facts.ofTownships) return words
  const { sections, peopleNext, township, ...others } = areaWords[locale]
  const people = sentByAreas(facts) ? peopleNext : words.sections.people
  return {
    ...words,
    ...others,
    sections: { ...words.sections, ...sections, people },
    columns: { ...words.columns, township },
  } as ReportWords
}
