import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audienceOf, type GroupPerson } from './audience'
import { mayRead, readableUpTo } from './reading'

function member(personId: string, ...reads: [number, number | null][]): GroupPerson {
  return { personId, as: 'member', reads: reads.map(([after, upTo]) => ({ after, upTo })) }
}
const mentor: GroupPerson = { personId: 'mentor', as: 'mentor', reads: [{ after: 0, upTo: null }] }

test('a post is told to the members and the mentor', () => {
  const people = [member('li', [0, null]), member('wang', [3, null]), mentor]
  expect(audienceOf({ number: 7 }, people)).toEqual(['li', 'wang', 'mentor'])
})

test('whoever left is told nothing, even while their row is still at hand', () => {
  expect(audienceOf({ number: 7 }, [member('zhao', [0, 6]), mentor])).toEqual(['mentor'])
})

test('that a post was hidden is not told to somebody who reads from later on', () => {
  const people = [member('li', [0, null]), member('new', [5, null])]
  expect(audienceOf({ number: 9, postNumber: 4 }, people)).toEqual(['li'])
  expect(audienceOf({ number: 9, postNumber: 6 }, people)).toEqual(['li', 'new'])
})

test('somebody who came back reads both of their times, and is told once', () => {
  const back = member('li', [0, 4], [8, null])
  expect(audienceOf({ number: 9, postNumber: 3 }, [back])).toEqual(['li'])
  expect(audienceOf({ number: 9, postNumber: 6 }, [back])).toEqual([])
})

test('nobody is ever told a line that they could not read by loading the page', () => {
  const number = fc.integer({ min: 0, max: 30 })
  const interval = fc.record({ after: number, upTo: fc.option(number, { nil: null }) })
  const someone = fc.record({
    personId: fc.uuid(),
    as: fc.constant('member' as const),
    reads: fc.array(interval, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(someone), number, fc.option(number), (people, at, postNumber) => {
      for (const id of audienceOf({ number: at, postNumber }, people)) {
        const { reads } = people.find((one) => one.personId === id)!
        expect(mayRead(reads, at)).toBe(true)
        expect(readableUpTo(reads, 30)).toBeGreaterThanOrEqual(at)
        if (postNumber !== null) expect(mayRead(reads, postNumber)).toBe(true)
      }
    }),
  )
})
