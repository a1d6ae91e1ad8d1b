// What a completion report says, frozen when it is issued. Each figure is a count over `people` or a mean of
// theirs, worked out by whoever gathers the facts; templates only draw. Days are written as 2017-07-15, moments as
// 2017-07-15T24:00 on the cohort's clock.

export type CompletionReportFacts = {
  /** Whose people these are: the organisation that the package is for. */
  organisation: string
  /** 大名教培报〔2017〕3 号 */
  number: string
  version: number
  programmeTitle: string
  programmeTitleEn: string | null
  cohortTitle: string
  cohortTitleEn: string | null
  /** What is counted was recorded by then. */
  cutOff: string
  issuedOn: string
  /** What share of planned sessions or how many hours are needed stands in the rule; these are the plain totals. */
  sessionsPlanned: number
  overall: OverallFigures
  /** Whether townships sent these people; if not, districts did, and `townships` are these. */
  ofTownships: boolean
  townships: TownshipFigures[]
  units: UnitFigures[]
  people: ReportPerson[]
}

export type Figures = {
  /** 应训: everybody on the list. */
  expected: number
  /** 报到: of these, who checked in, or completed without it. */
  checkedIn: number
  /** 结业, the distinguished among them. */
  completed: number
  /** 优秀 */
  distinguished: number
  /** 结业率, of those who checked in, 0 to 1; null where nobody did. */
  completionRate: number | null
  /** 平均学时, of those who checked in; null where nobody did. */
  averageHours: number | null
  /** 面授出勤率, of the sessions planned for those who checked in, 0 to 1; null where none was. */
  attendanceRate: number | null
}

export type OverallFigures = Figures & {
  withdrawn: number
  /** Not completed, the withdrawn left out. */
  notCompleted: number
  /** How many of them lack what; one person may lack several things and is counted in each. */
  lacking: { reason: Reason; people: number }[]
  /** How many of those not completed may still complete, and by when; null where the time for it is over. */
  stillPossible: { people: number; until: string } | null
}

export type TownshipFigures = Figures & { name: string }
export type UnitFigures = Figures & { name: string; township: string }

/** What is missing, by the part of the rule that is not met. */
export type Reason = 'modules' | 'hours' | 'attendance' | 'posts' | 'score' | 'no-score' | 'open-roll'

/** completed 结业, distinguished 结业（优秀学员）, not-yet 未结业 (still possible), not-completed 未结业, withdrawn 退出 */
export type Result = 'completed' | 'distinguished' | 'not-yet' | 'not-completed' | 'withdrawn'

export type ReportPerson = {
  name: string
  township: string
  /** The unit that sent them; the township again where it was the township itself. */
  unit: string
  /** 0027; null without an identity number. */
  lastFour: string | null
  /** 报到: who checked in, or completed without it. */
  arrived: boolean
  hours: number
  attended: number
  sessions: number
  /** Out of a hundred, unrounded; null while there is none. */
  score: number | null
  result: Result
  reasons: Reason[]
  certificateNumber: string | null
}
