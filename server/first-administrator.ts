// The first administrator of an installation, made at its machine: asked for in the terminal or told by a pipe
// (`printf '何静\n19900010101\n' | npm start -- --first-administrator`), and given one code for one sign-in.
import { createInterface } from 'node:readline'
import type { Bridge } from './bridge'
import { Problem, say, words } from './words.mjs'

type Env = ReturnType<Bridge['readEnv']>
type Slip = Exclude<Awaited<ReturnType<Bridge['makeFirstAdministrator']>>, { refused: string }>

/** Makes them, and tells how they sign in; ends with a sentence where there is one already. */
export async function makeAdministrator(app: Bridge, env: Env) {
  if (await app.hasAdministrator()) throw new Problem('administratorThere')
  const made = await app.makeFirstAdministrator(await askAdministrator(app, { orElse: false }))
  if ('refused' in made) {
    throw new Problem(made.refused === 'already' ? 'administratorThere' : 'administratorKnown')
  }
  tellAdministrator(env, made)
}

/**
 * Who it is, by name and mobile number. `orElse` proposes an answer to each question, which an empty line or a
 * missing terminal takes.
 */
export async function askAdministrator(app: Bridge, { orElse }: { orElse: boolean }) {
  const proposed = orElse ? app.proposedAdministrator : { name: null, telephone: null }
  const terminal = openTerminal()
  try {
    const name = await terminal.ask(question('askName', proposed.name))
    const telephone = await terminal.ask(question('askTelephone', proposed.telephone))
    const answers = { name: name || proposed.name, telephone: telephone || proposed.telephone }
    if (!answers.name || !answers.telephone) throw new Problem('nobodyAnswered')
    const read = app.readAdministrator({ name: answers.name, telephone: answers.telephone })
    if ('refused' in read) throw new Problem(read.refused === 'name' ? 'nameWrong' : 'telephoneWrong')
    return read
  } finally {
    terminal.close()
  }
}

/** How they sign in: the address, the code, and until when it is good. */
export function tellAdministrator(env: Env, { name, telephone, code, expiresAt, path }: Slip) {
  const address = `${env.origin ?? `http://localhost:${env.port}`}${path}`
  say('administratorMade', { name, telephone, code, address, until: expiresAt.toISOString().slice(0, 10) })
}

function question(key: 'askName' | 'askTelephone', proposed: string | null) {
  const asked = words(key).split('\n').join(' / ')
  return `${asked}${proposed ? ` [${proposed}]` : ''}: `
}

// Line by line and in order, also where a pipe brings all lines at once; an ended input answers nothing.
function openTerminal() {
  const { stdin, stdout } = process
  const terminal = createInterface({ input: stdin, output: stdin.isTTY ? stdout : undefined })
  const lines = terminal[Symbol.asyncIterator]()
  return {
    async ask(text: string) {
      stdout.write(text)
      const { value, done } = await lines.next()
      if (!stdin.isTTY) stdout.write('\n')
      return done ? '' : String(value).trim()
    },
    close: () => terminal.close(),
  }
}
