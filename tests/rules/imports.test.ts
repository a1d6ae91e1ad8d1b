import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { breaches, importsOf, importsUnder, strayWords } from '../support/import-rules'

const FOLDERS = ['app', 'server', 'templates', 'prisma', 'tests', 'bench'].filter((name) =>
  readdirSync('.').includes(name),
)

test('every import keeps to the table of docs/architecture.md', () => {
  const broken = breaches(importsUnder(FOLDERS))
  expect(broken.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([])
})

test('clock, environment and transactions have one door each', () => {
  const broken = ['app', 'templates']
    .filter((folder) => FOLDERS.includes(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((name) => /\.tsx?$/.test(name))
        .flatMap((name) => strayWords(name, readFileSync(name, 'utf8'))),
    )
  expect(broken.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([])
})

test.each([
  ['app/routes/home/route.tsx', `import { db } from '~/db.server'`],
  ['app/routes/home/route.tsx', `import { draw } from '#templates/certificates/render'`],
  ['app/activities/quiz/trainee.tsx', `import { x } from '../video/video'`],
  ['app/components/button.tsx', `import { env } from '~/env.server'`],
  ['app/domain/cohorts/weeks.ts', `import { z } from 'zod'`],
  ['app/domain/cohorts/weeks.ts', `import { now } from '~/clock.server'`],
  ['app/domain/cohorts/weeks.ts', `import { useState } from 'react'`],
  ['app/domain/cohorts/cohorts.server.ts', `import { redirect } from '@remix-run/node'`],
  ['app/domain/cohorts/cohorts.server.ts', `import { kinds } from '~/activities/kinds.server'`],
  ['app/domain/mentoring/sign-off.server.ts', `import { x } from '~/activities/practice/practice.server'`],
  ['app/activities/quiz/quiz.server.ts', `import { x } from '~/activities/video/video.server'`],
  ['app/activities/quiz/quiz.ts', `import { x } from '~/activities/video/video'`],
  ['templates/certificates/page.ts', `import { db } from '~/db.server'`],
  ['server/http.ts', `import { open } from '../app/open.server'`],
  ['app/root.tsx', `import type { Boot } from '../server/index'`],
])('%s may not say %s', (file, text) => {
  expect(breaches(importsOf(file, text)).length).toBeGreaterThan(0)
})

test.each([
  ['app/domain/cohorts/weeks.ts', `import type { Form } from './weeks.schema'`],
  ['app/domain/cohorts/weeks.ts', `import { addDays } from 'date-fns'`],
  ['app/domain/mentoring/sign-off.server.ts', `import { practice } from '~/activities/practice/practice'`],
  ['app/routes/home/route.tsx', `import { cohortFor } from '~/domain/cohorts/cohort.access.server'`],
  ['server/bridge.ts', `export type Bridge = typeof import('../app/entry.server')`],
])('%s may say %s', (file, text) => {
  expect(breaches(importsOf(file, text))).toEqual([])
})
