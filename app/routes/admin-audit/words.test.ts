import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { words } from './words'

/** What the commands write into the trail, as their sources name it. */
function actionsIn(folder: string) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.ts$/.test(name),
  )
  const audited = files
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => /\baudit\(/.test(text))
  return new Set(audited.flatMap((text) => text.match(/(?<=')[a-z-]+\.[a-z-]+(?=')/g) ?? []))
}

test('each deed that is in the audit trail is told in both languages', () => {
  const actions = [...actionsIn('app/domain'), ...actionsIn('app/activities')]
  expect(actions.length).toBeGreaterThan(40)
  for (const language of ['zh-CN', 'en'] as const) {
    expect(Object.keys(words[language].actions)).toEqual(expect.arrayContaining(actions))
  }
})
