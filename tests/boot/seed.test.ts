import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, folderIn, run } from '../support/boot'
import { bareDatabase, freshDatabase } from '../support/database'
import { cookieOf, firstSignIn, printedCode, signInByPassword, typeCode } from '../support/first-sign-in'
import { startServer } from '../support/server'

test('a word that names nothing to lay is answered by the three that do', () => {
  for (const args of [['--seed', 'demo'], ['--seed']]) {
    const ended = run({}, { args })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(/^Say what to lay: .*empty.*daming.*large.*\n$/)
  }
})

test('a database of somebody’s own is laid into only with DEMO=on, and not touched before', async () => {
  const url = await bareDatabase()
  for (const verb of ['empty', 'daming', 'large']) {
    const ended = run({ DATABASE_URL: url }, { args: ['--seed', verb] })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(/^DATABASE_URL is given: only with DEMO=on as well .*\n$/)
  }
  expect(await ask(url, `select to_regclass('_prisma_migrations') as there`)).toEqual([{ there: null }])
})

test('a database that is not empty is laid into by no word', async () => {
  const url = await freshDatabase()
  expect(run({ DATABASE_URL: url, DEMO: 'on' }, { args: ['--seed', 'empty'] }).status).toBe(0)
  for (const verb of ['empty', 'daming', 'large']) {
    const ended = run({ DATABASE_URL: url, DEMO: 'on' }, { args: ['--seed', verb] })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(/^The database is not empty, so nothing was written\. .*\n$/)
  }
  expect(await ask(url, 'select count(*)::int as people from "Person"')).toEqual([{ people: 1 }])
})

test('production takes no made-up people', () => {
  for (const verb of ['daming', 'large']) {
    const ended = run({ NODE_ENV: 'production', SECRET: 'x'.repeat(40) }, { args: ['--seed', verb] })
    expect([ended.status, ended.stderr]).toEqual([
      1,
      'NODE_ENV=production takes no made-up people, so nothing was written.\n',
    ])
  }
})

test('empty makes the organisation tree and an administrator who signs in with the printed code, once', async () => {
  const env = { DATA_DIR: join(folderIn(), 'data') }
  const laid = run({ ...env, PORT: '3000' }, { args: ['--seed', 'empty'], input: '何静\n19900010101\n' })
  expect([laid.status, laid.stderr]).toEqual([0, ''])
  expect(laid.stdout).toContain('The first administrator: 何静 (19900010101)')
  expect(laid.stdout).toContain('http://localhost:3000/first-sign-in')
  const code = printedCode(laid.stdout)

  const site = await startServer({ env })
  const Cookie = await firstSignIn(site, code, 'a long way to Daming')
  const organisations = await site.fetch('/admin/organisations?q=大名', { headers: { Cookie } })
  expect(organisations.status).toBe(200)
  expect(await organisations.text()).toContain('大名县教育局')
  expect((await typeCode(site, code)).status).toBe(400)
  const again = await signInByPassword(site, '19900010101', 'a long way to Daming')
  expect(again.status).toBe(302)
  expect(cookieOf(again)).toContain('session=')
  expect(await site.stop()).toBe(0)
})

test('empty with nobody at the terminal makes the administrator that it proposes', () => {
  const laid = run({}, { args: ['--seed', 'empty'] })
  expect([laid.status, laid.stderr]).toEqual([0, ''])
  expect(laid.stdout).toContain('平台管理员 (19900000000)')
  printedCode(laid.stdout)
})

test('empty takes no number that is none, and leaves the database empty', () => {
  const env = { DATA_DIR: join(folderIn(), 'data') }
  const wrong = run(env, { args: ['--seed', 'empty'], input: '何静\n12345\n' })
  expect([wrong.status, wrong.stderr]).toEqual([
    1,
    'A mobile number has eleven digits, so nobody was made.\n',
  ])
  expect(run(env, { args: ['--seed', 'empty'], input: '何静\n19900010101\n' }).status).toBe(0)
})
