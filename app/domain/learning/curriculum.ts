// What a published programme version teaches, in order: the same for everybody who runs it, and immutable.
import type { Kind } from '~/activities/kind'
import type { ConfigOf } from '~/activities/kinds'
import type { Hundredths } from './ledger'
import type { Condition } from './release'

export type CurriculumActivity<K extends Kind = Kind> = {
  [One in K]: {
    id: string
    versionId: string
    moduleId: string
    kind: One
    title: string
    required: boolean
    hours: Hundredths
    config: ConfigOf<One>
    /** What must come first within the module; null is nothing. */
    after: Condition | null
  }
}[K]

export type CurriculumModule = {
  id: string
  position: number
  title: string
  aim: string
  opensWeek: number
  closesWeek: number
  hours: Hundredths
  activities: CurriculumActivity[]
}

export type Curriculum = {
  versionId: string
  programmeId: string
  title: string
  titleEn: string
  track: string
  weeks: number
  mentorTitle: string
  modules: CurriculumModule[]
  /** By the activity's id. */
  activities: ReadonlyMap<string, CurriculumActivity>
  /** Required activities of each module, in order. */
  required: ReadonlyMap<string, readonly string[]>
}
