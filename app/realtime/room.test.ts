import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogLine, ShownPost } from '~/domain/mentoring/log'
import { caughtUp, misses, postsOf, type Room, reloaded, roomOf, withEarlier, withLine } from './room'

const groupId = 'g'
const topicId = 't'

/** What the server's log and page are, built from a list of what people do. */
function history(deeds: ('post' | 'elsewhere' | 'hide')[]) {
  const lines: LogLine[] = []
  const pages: ShownPost[][] = [[]]
  let posts: ShownPost[] = []
  for (const deed of deeds) {
    const number = lines.length + 1
    const at = new Date(number * 1000).toISOString()
    const shown = posts.findLast((post) => !post.removed)
    if (deed === 'hide' && shown) {
      const post = { ...shown, text: null, removed: { kind: 'hidden' as const, reason: null } }
      posts = posts.map((one) => (one.id === post.id ? post : one))
      lines.push({ groupId, number, at, kind: 'removal', post })
    } else {
      const post: ShownPost = {
        id: `p${number}`,
        topicId: deed === 'elsewhere' ? 'other' : topicId,
        number: deed === 'elsewhere' ? number : posts.length + 1,
        eventNumber: number,
        authorId: 'a',
        author: '李娜',
        byMentor: false,
        clientId: `c${number}`,
        text: `第 ${number} 句`,
        replyTo: null,
        at,
        removed: null,
      }
      if (deed !== 'elsewhere') posts = [...posts, post]
      lines.push({ groupId, number, at, kind: 'post', post })
    }
    pages.push(posts)
  }
  const load = (upTo: number, newest = 1000, before = 1000) => {
    const posts = pages[upTo]!.filter((post) => post.number < before).slice(-newest)
    return { groupId, topicId, upTo, posts }
  }
  return { lines, load }
}

const deeds = fc.array(fc.constantFrom('post' as const, 'elsewhere' as const, 'hide' as const), {
  minLength: 1,
  maxLength: 25,
})

test('however lines come, twice, late or through catching up, the page is what a fresh load shows', () => {
  fc.assert(
    fc.property(deeds, fc.infiniteStream(fc.nat()), fc.nat(), (done, choices, start) => {
      const { lines, load } = history(done)
      const last = lines.length
      let room: Room = roomOf(load(start % (last + 1)))
      const waiting = [...lines, ...lines.filter((_, index) => index % 3 === 0)]
      while (waiting.length > 0) {
        const choice = choices.next().value
        const [line] = waiting.splice(choice % waiting.length, 1)
        if (choice % 7 === 0) continue
        if (choice % 11 === 0) room = reloaded(room, load(choice % (last + 1)))
        if (choice % 13 === 0) {
          const upTo = Math.min(last, room.upTo + (choice % 5))
          room = caughtUp(room, lines.slice(room.upTo, upTo), upTo)
        }
        room = withLine(room, line!)
      }
      if (misses(room, last)) room = caughtUp(room, lines.slice(room.upTo), last)
      expect(postsOf(room)).toEqual(load(last).posts)
      expect([room.upTo, misses(room, last)]).toEqual([last, false])
    }),
    { numRuns: 400 },
  )
})

test('however much came between two pages of a few posts, nothing is left out and nothing is stale', () => {
  fc.assert(
    fc.property(deeds, fc.infiniteStream(fc.nat()), (done, choices) => {
      const { lines, load } = history(done)
      const last = lines.length
      const any = () => choices.next().value
      let room: Room = roomOf(load(any() % (last + 1), 4))
      for (let step = 0; step < 12; step += 1) {
        const deed = any() % 3
        const at = any() % (last + 1)
        if (deed === 0) room = reloaded(room, load(at, 4))
        else if (deed === 1) room = withLine(room, lines[any() % last]!)
        else {
          // A page that somebody asks for is at least as new as what they see.
          const seen = Math.max(room.upTo, ...postsOf(room).map((post) => post.eventNumber))
          room = withEarlier(room, load(Math.max(at, seen), 4, postsOf(room)[0]?.number))
        }
      }
      if (misses(room, last)) room = caughtUp(room, lines.slice(room.upTo), last)
      const shown = postsOf(room)
      expect(shown).toEqual(load(last).posts.filter((post) => post.number >= (shown[0]?.number ?? 0)))
    }),
    { numRuns: 400 },
  )
})

test('a line that comes after a gap is shown at once, and the gap is asked for', () => {
  const { lines, load } = history(['post', 'post', 'post'])
  const room = withLine(roomOf(load(1)), lines[2]!)
  expect(postsOf(room).map((post) => post.number)).toEqual([1, 3])
  expect([room.upTo, misses(room)]).toEqual([1, true])
})

test('a line of another group changes nothing', () => {
  const { lines, load } = history(['post', 'post'])
  const room = roomOf(load(1))
  expect(withLine(room, { ...lines[1]!, groupId: 'h' })).toBe(room)
})
