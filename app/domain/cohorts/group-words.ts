// The sentences for groups and turns that are proposed, and for what stands against them.

import type { TurnsFault, TurnsRefusal } from '../workshops/propose-turns'
import type { GroupException, GroupRefusal } from './propose-groups'

type Words = {
  exception: (exception: GroupException) => string
  groupRefusal: (refusal: GroupRefusal) => string
  turnsRefusal: (refusal: TurnsRefusal | TurnsFault) => string
}

const zh: Words = {
  exception: ({ word, from, to, people, group, min, max }) => {
    const why = [from, to]
      .filter(({ fits }) => !fits)
      .map((side) => `${side.name}有 ${side.people} 人，分不成 ${min}—${max} 人的组`)
    const done =
      word === 'merged' && people === from.people
        ? `${from.name}全部 ${people} 人并入${to.name}`
        : `从${from.name}借 ${people} 人给${to.name}`
    return `${[...why, done].join('；')}，编为${group}。`
  },
  groupRefusal: (refusal) => {
    switch (refusal.refused) {
      case 'no-people':
        return '还没有学员。请先导入名单。'
      case 'bounds':
        return '每组人数的下限应至少为 1，且不大于上限。请修改。'
      case 'cannot-be-cut': {
        const near = [refusal.fewer, refusal.more].filter((count) => count !== null).join(' 人或 ')
        return `${refusal.people} 人分不成每组 ${refusal.min}—${refusal.max} 人的组，${near} 人才可以。请放宽每组人数。`
      }
    }
  },
  turnsRefusal: (refusal) => {
    switch (refusal.refused) {
      case 'no-groups':
        return '还没有导学小组。请先分组。'
      case 'number-of-turns':
        return `共有 ${refusal.groups} 个小组，批次应在 1 到 ${refusal.groups} 之间。`
      case 'group-above-capacity':
        return `有一个小组 ${refusal.people} 人，超过学习基地可容纳的 ${refusal.capacity} 人。请换一个学习基地。`
      case 'too-many-people':
        return `共 ${refusal.people} 人，各批次合计只容得下 ${refusal.places} 人。至少分 ${refusal.turnsNeeded} 批，或换一个学习基地。`
      case 'groups-do-not-fit':
        return `座位有 ${refusal.places} 个，但小组不能拆开，${refusal.people} 人排不下。请分 ${refusal.turnsNeeded} 批，或换一个学习基地。`
      case 'above-capacity':
        return `第 ${refusal.turn} 批有 ${refusal.people} 人，比学习基地可容纳的 ${refusal.capacity} 人多 ${refusal.over} 人。请把小组移到别的批次。`
      case 'empty-turn':
        return `第 ${refusal.turn} 批没有小组。请排入小组，或去掉这一批。`
      case 'group-twice':
        return `第 ${refusal.turn} 批中有小组已排在别的批次。请只保留一处。`
    }
  },
}

const en: Words = {
  exception: ({ word, from, to, people, group, min, max }) => {
    const why = [from, to]
      .filter(({ fits }) => !fits)
      .map((side) => `${side.name} has ${side.people}, which makes no groups of ${min} to ${max}`)
    const done =
      word === 'merged' && people === from.people
        ? `all ${people} of ${from.name} join ${to.name}`
        : `${from.name} lends ${people} to ${to.name}`
    return `${[...why, done].join('; ')}: ${group}.`
  },
  groupRefusal: (refusal) => {
    switch (refusal.refused) {
      case 'no-people':
        return 'Nobody is enrolled yet. Import the roster first.'
      case 'bounds':
        return 'A group needs at least 1 person, and the least may not be above the most. Please change them.'
      case 'cannot-be-cut': {
        const near = [refusal.fewer, refusal.more].filter((count) => count !== null).join(' or ')
        return `${refusal.people} people make no groups of ${refusal.min} to ${refusal.max}; ${near} would. Allow smaller or larger groups.`
      }
    }
  },
  turnsRefusal: (refusal) => {
    switch (refusal.refused) {
      case 'no-groups':
        return 'There are no groups yet. Make the groups first.'
      case 'number-of-turns':
        return `There are ${refusal.groups} groups, so the number of turns lies between 1 and ${refusal.groups}.`
      case 'group-above-capacity':
        return `One group has ${refusal.people} people and the venue holds ${refusal.capacity}. Choose another venue.`
      case 'too-many-people':
        return `There are ${refusal.people} people and the turns hold ${refusal.places}. Hold at least ${refusal.turnsNeeded} turns, or choose another venue.`
      case 'groups-do-not-fit':
        return `There are ${refusal.places} places, but groups stay whole and the ${refusal.people} people do not fit. Hold ${refusal.turnsNeeded} turns, or choose another venue.`
      case 'above-capacity':
        return `Turn ${refusal.turn} has ${refusal.people} people, ${refusal.over} more than the ${refusal.capacity} that the venue holds. Move a group to another turn.`
      case 'empty-turn':
        return `Turn ${refusal.turn} has no group. Give it one, or remove the turn.`
      case 'group-twice':
        return `Turn ${refusal.turn} has a group that is in another turn too. Keep it in one of them.`
    }
  },
}

export const groupWords = { 'zh-CN': zh, en }
