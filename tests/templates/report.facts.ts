import type { CompletionReportFacts, Figures, ReportPerson, Result } from '#templates/reports/facts'

export type Listed = { name: string; township: string; unit: string; number: string }

/** A report over people as a roster names them: who completes goes by their place in the list. */
export function reportOver(
  listed: Listed[],
  changes: Partial<CompletionReportFacts> = {},
): CompletionReportFacts {
  const people = listed.map(personAt)
  const byTownship = groups(people, (person) => person.township)
  const byUnit = groups(people, (person) => `${person.township} ${person.unit}`)
  const notCompleted = people.filter((person) => person.result.startsWith('not'))
  return {
    organisation: '大名县教育局',
    number: '大名教培报〔2017〕3 号',
    version: 1,
    programmeTitle: '大名县农村幼儿园教师专业发展混合式研修项目',
    programmeTitleEn: 'Blended professional development for rural kindergarten teachers, Daming County',
    cohortTitle: '第一期',
    cohortTitleEn: 'Cohort 1',
    cutOff: '2017-07-15T24:00',
    issuedOn: '2017-07-16',
    sessionsPlanned: 8,
    overall: {
      ...figures(people),
      withdrawn: people.filter((person) => person.result === 'withdrawn').length,
      notCompleted: notCompleted.length,
      lacking: (['modules', 'hours', 'attendance', 'posts', 'score'] as const).flatMap((reason) => {
        const lacking = notCompleted.filter((person) => person.reasons.includes(reason)).length
        return lacking ? [{ reason, people: lacking }] : []
      }),
      stillPossible: {
        people: people.filter((person) => person.result === 'not-yet').length,
        until: '2017-09-30',
      },
    },
    ofTownships: people.some((person) => /[镇乡]$/.test(person.township)),
    townships: byTownship.map((of) => ({ name: of[0]!.township, ...figures(of) })),
    units: byUnit.map((of) => ({ name: of[0]!.unit, township: of[0]!.township, ...figures(of) })),
    people,
    ...changes,
  }
}

function personAt({ name, township, unit, number }: Listed, i: number): ReportPerson {
  const result: Result =
    i % 53 === 7
      ? 'withdrawn'
      : i % 17 === 3
        ? 'not-yet'
        : i % 29 === 5
          ? 'not-completed'
          : i % 9 === 1
            ? 'distinguished'
            : 'completed'
  const completed = result === 'completed' || result === 'distinguished'
  const reasons =
    result === 'not-yet'
      ? (['hours'] as const)
      : result === 'not-completed'
        ? (['hours', 'attendance', 'score'] as const)
        : []
  return {
    name,
    township,
    unit,
    lastFour: number ? number.slice(-4) : null,
    arrived: result !== 'withdrawn',
    hours: completed ? 75 + (i % 17) / 2 : result === 'withdrawn' ? 12 : 61.5,
    attended: completed ? 6 + (i % 3) : 4,
    sessions: 8,
    score: result === 'withdrawn' ? null : completed ? 70 + ((i * 7.13) % 30) : 55.96,
    result,
    reasons: [...reasons],
    certificateNumber: completed ? `冀邯大名〔2017〕教培结字第 ${String(i + 1).padStart(4, '0')} 号` : null,
  }
}

function figures(people: ReportPerson[]): Figures {
  const completed = people.filter((person) => person.certificateNumber)
  return {
    expected: people.length,
    checkedIn: people.filter((person) => person.arrived).length,
    completed: completed.length,
    distinguished: people.filter((person) => person.result === 'distinguished').length,
    completionRate: people.length ? completed.length / people.length : null,
    averageHours: people.length
      ? people.reduce((sum, person) => sum + person.hours, 0) / people.length
      : null,
    attendanceRate: people.length
      ? people.reduce((sum, person) => sum + person.attended, 0) / (8 * people.length)
      : null,
  }
}

function groups(people: ReportPerson[], key: (person: ReportPerson) => string) {
  const found = new Map<string, ReportPerson[]>()
  for (const person of people) found.set(key(person), [...(found.get(key(person)) ?? []), person])
  return [...found.values()]
}
