import { expect, test } from 'vitest'
import { ask, run } from '../support/boot'
import { bareDatabase, freshDatabase } from '../support/database'
import { firstSignIn, printedCode, signInByPassword } from '../support/first-sign-in'
import { startServer } from '../support/server'

const SECRET = 'a secret of an installation, kept apart from its backups'
const args = ['--first-administrator']

test('in production the first administrator is made by a command, and signs in with its code', async () => {
  const env = { NODE_ENV: 'production', DATABASE_URL: await bareDatabase(), SECRET }
  const made = run({ ...env, ORIGIN: 'https://learn.example.org' }, { args, input: '何静\n199 0001 0101\n' })
  expect([made.status, made.stderr]).toEqual([0, ''])
  expect(made.stdout).toContain('The first administrator: 何静 (19900010101)')
  expect(made.stdout).toContain('https://learn.example.org/first-sign-in')
  expect(made.stdout.match(/[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/g)).toHaveLength(1)

  const site = await startServer({ databaseUrl: env.DATABASE_URL, env: { NODE_ENV: 'production', SECRET } })
  const Cookie = await firstSignIn(site, printedCode(made.stdout), 'a long way to Daming')
  const people = await site.fetch('/admin/people', { headers: { Cookie } })
  expect(people.status).toBe(200)
  expect(await people.text()).toContain('何静')
  expect((await signInByPassword(site, '19900010101', 'a long way to Daming')).status).toBe(302)
  expect(await site.stop()).toBe(0)

  const rows = await ask(
    env.DATABASE_URL,
    `select role, through from "RoleGrant", "AuditEntry" where action = 'role.granted'`,
  )
  expect(rows).toEqual([{ role: 'administrator', through: 'command' }])
})

test('where there is an administrator the command makes nobody, and asks nothing', async () => {
  const url = await freshDatabase()
  const env = { DATABASE_URL: url, SECRET }
  expect(run(env, { args, input: '何静\n19900010101\n' }).status).toBe(0)
  const again = run(env, { args, input: '周敏\n19900010102\n' })
  expect(again.status).toBe(1)
  expect(again.stderr).toMatch(/^There is an administrator already, so nobody was made\. .*\n$/)
  expect(again.stdout).not.toContain('Name of the first administrator')
  expect(await ask(url, 'select name from "Person"')).toEqual([{ name: '何静' }])
})

test('without an answer, with no name, or with a number that is none, nobody is made', async () => {
  const url = await freshDatabase()
  const env = { DATABASE_URL: url, SECRET }
  const cases = {
    '': /^No name and mobile number were given, so nobody was made\. .*\n$/,
    '何静\n': /^No name and mobile number were given, so nobody was made\. .*\n$/,
    '1\n19900010101\n': /^That is not a name of 1 to 50 characters, so nobody was made\.\n$/,
    '何静\n010-88888888\n': /^A mobile number has eleven digits, so nobody was made\.\n$/,
  }
  for (const [input, sentence] of Object.entries(cases)) {
    const ended = run(env, { args, input })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(sentence)
  }
  expect(await ask(url, 'select count(*)::int as people from "Person"')).toEqual([{ people: 0 }])
})

test('a production without an administrator says which command makes one', async () => {
  const site = await startServer({
    databaseUrl: await freshDatabase(),
    env: { NODE_ENV: 'production', SECRET },
  })
  expect(site.output()).toContain('npm start -- --first-administrator')
  expect(await site.stop()).toBe(0)
})
