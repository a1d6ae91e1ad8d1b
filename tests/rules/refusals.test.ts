import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

function filesUnder(folders: string[]) {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.tsx?$/.test(name))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  )
}

const isTest = ({ file }: { file: string }) => /\.test\.tsx?$/.test(file)

test('each word by which a folder of the domain refuses is met in a test of that folder’s files', () => {
  const tests = filesUnder(['app', 'tests']).filter(isTest)
  const untested = filesUnder(['app/domain', 'app/activities'])
    .filter((one) => !isTest(one))
    .flatMap(({ file, text }) => {
      const folder = dirname(file)
      const near = tests.filter(
        (one) => dirname(one.file) === folder || one.text.includes(`'~/${folder.replace(/^app\//, '')}/`),
      )
      const words = [...text.matchAll(/\brefused: '([a-z-]+)'/g)].map((match) => match[1]!)
      return [...new Set(words)]
        .filter((word) => !near.some((one) => one.text.includes(`'${word}'`)))
        .map((word) => `${file} ${word}`)
    })
  expect(untested).toEqual([])
})
