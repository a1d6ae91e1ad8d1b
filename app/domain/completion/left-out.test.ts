import { expect, test } from 'vitest'
import { leftOut } from './left-out'

test('who is left is counted by stage and by what they lack, the commonest first', () => {
  const people = [
    { stage: 'ready', lacking: [] },
    { stage: 'open', lacking: ['hours'] },
    { stage: 'open', lacking: ['modules', 'hours'] },
    { stage: 'withdrawn', lacking: ['hours', 'score'] },
  ] as const
  expect(leftOut(people, ['ready'])).toEqual([
    {
      stage: 'open',
      people: 2,
      lacking: [
        { reason: 'hours', people: 2 },
        { reason: 'modules', people: 1 },
      ],
    },
    { stage: 'withdrawn', people: 1, lacking: [] },
  ])
  expect(leftOut(people, ['ready', 'open', 'withdrawn'])).toEqual([])
})
