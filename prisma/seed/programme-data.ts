// The four programmes of the demonstration as their JSON tells them, turned into drafts that the programme's own
// commands take. The JSON is the demonstration's; no other part of the house reads it.
import { z } from 'zod'
import type { Kind } from '~/activities/kind'
import type { CompletionRule } from '~/domain/completion/rule'
import { type Hundredths, hundredthsOf } from '~/domain/learning/ledger'
import { activityConfig } from './activity-data'
import { ruleFrom } from './rule-data'

export type ProgrammeData = {
  title: string
  titleEn: string
  track: 'teacher' | 'farmer' | 'safety-officer' | 'open'
  organiser: string
  deliveredBy: string
  weeks: number
  groupSizeMin: number
  groupSizeMax: number
  mentorTitle: string
  certificateValidYears: number | null
  rule: CompletionRule
  modules: ModuleData[]
  venues: VenueData[]
}

export type ModuleData = {
  title: string
  aim: string
  opensWeek: number
  closesWeek: number
  /** The place, from 0, of the module whose required activities come first. */
  requires: number | null
  activities: ActivityData[]
}

export type ActivityData = {
  kind: Kind
  title: string
  required: boolean
  hours: Hundredths
  config: unknown
  /** Places, from 0, of the module's activities that come first. */
  after: number[]
}

export type VenueData = {
  name: string
  address: string
  longitude: number
  latitude: number
  capacity: number
}

/** Films by title or slug, texts to read by title or file name: found by whoever has the files. */
export type ProgrammeSources = {
  film: (titleOrSlug: string) => string
  reading: (titleOrSlug: string) => string
}

const Week = z.object({ week: z.int().positive() })
const ProgrammeJson = z.object({
  title: z.string(),
  titleEn: z.string(),
  track: z.enum(['teacher', 'farmer', 'safety officer', 'open']),
  organiser: z.string(),
  deliveredBy: z.string(),
  weeks: z.int(),
  groups: z.object({ size: z.tuple([z.int(), z.int()]), mentorTitle: z.string() }),
  certificateValidYears: z.int().optional(),
  completion: z.unknown(),
  modules: z.array(
    z.object({
      title: z.string(),
      aim: z.string(),
      opens: Week,
      closes: Week,
      requires: z.string().optional(),
      activities: z.array(
        z.looseObject({
          kind: z.string(),
          title: z.string(),
          creditHours: z.number(),
          required: z.boolean(),
        }),
      ),
    }),
  ),
  venues: z
    .array(
      z.object({
        name: z.string(),
        address: z.string(),
        lon: z.number(),
        lat: z.number(),
        capacity: z.int(),
      }),
    )
    .default([]),
})

/** Throws where the JSON says something that is not understood. */
export function programmeFrom(json: unknown, sources: ProgrammeSources): ProgrammeData {
  const data = ProgrammeJson.parse(json)
  return {
    title: data.title,
    titleEn: data.titleEn,
    track: data.track === 'safety officer' ? 'safety-officer' : data.track,
    organiser: data.organiser,
    deliveredBy: data.deliveredBy,
    weeks: data.weeks,
    groupSizeMin: data.groups.size[0],
    groupSizeMax: data.groups.size[1],
    mentorTitle: data.groups.mentorTitle,
    certificateValidYears: data.certificateValidYears ?? null,
    rule: ruleFrom(data.completion),
    modules: data.modules.map((module, place) => ({
      title: module.title,
      aim: module.aim,
      opensWeek: module.opens.week,
      closesWeek: module.closes.week,
      requires: module.requires ? requiredPlace(module.requires, place) : null,
      activities: activitiesFrom(module.activities, sources),
    })),
    venues: data.venues.map(({ lon, lat, ...venue }) => ({ ...venue, longitude: lon, latitude: lat })),
  }
}

type ActivityJson = z.infer<typeof ProgrammeJson>['modules'][number]['activities'][number]

function activitiesFrom(list: ActivityJson[], sources: ProgrammeSources): ActivityData[] {
  return list.map((activity, place) => ({
    ...activityConfig(activity, sources),
    title: activity.title,
    required: activity.required,
    hours: hundredthsOf(activity.creditHours),
    after: activity.kind === 'quiz' ? filmsBefore(list, place) : [],
  }))
}

/** A module's test opens once its films have been watched, as the sketch of the outline shows. */
function filmsBefore(list: ActivityJson[], place: number): number[] {
  return list.flatMap((one, index) => (one.kind === 'video' && one.required && index < place ? [index] : []))
}

/** "模块一的必修活动全部完成" stands on each second, third and fourth module, naming the one before it. */
function requiredPlace(sentence: string, place: number): number {
  const match = /^模块([一二三四五六七八九])的必修活动全部完成$/.exec(sentence)
  const named = match ? '一二三四五六七八九'.indexOf(match[1]!) : -1
  if (named < 0 || named >= place) throw new Error(`not understood as what a module requires: ${sentence}`)
  return named
}
