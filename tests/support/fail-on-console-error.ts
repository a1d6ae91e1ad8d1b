import { afterEach, beforeEach, expect } from 'vitest'

const said: unknown[][] = []

// What a library complains about is a fault of ours until somebody has looked at it.
console.error = (...words: unknown[]) => {
  said.push(words)
}

beforeEach(() => {
  said.length = 0
})

afterEach(() => {
  expect(said, 'console.error was called').toEqual([])
})
