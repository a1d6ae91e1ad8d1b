// What a start lays into a database, if anything, and with which secret its people are sealed.
import type { Bridge, SeedVerb } from './bridge'
import type { DatabaseState } from './database'
import { askAdministrator, tellAdministrator } from './first-administrator'
import { marked } from './laying-mark'
import { keptSecret } from './secret'
import { Problem, say } from './words.mjs'

type Env = ReturnType<Bridge['readEnv']>

type Laying = { seed: SeedVerb | null; state: DatabaseState; env: Env; firstAdministrator: boolean }

/** Refuses what the environment alone tells, before anything is touched. */
export function checkSeed(env: Env, seed: SeedVerb | null) {
  if (!seed) return
  if (env.mode === 'production' && seed !== 'empty') throw new Problem('seedInProduction')
  if (!mayLay(env)) throw new Problem('seedForeign')
}

/** An empty embedded database is filled with the demonstration, unless somebody came for another thing. */
export function whatToLay({ seed, state, env, firstAdministrator }: Laying): SeedVerb | null {
  const production = env.mode === 'production'
  if (production && state.demonstration) throw new Problem('demoInProduction')
  if (seed && !state.empty) throw new Problem('seedNotEmpty')
  if (seed) return seed
  return state.empty && mayLay(env) && !production && !firstAdministrator ? 'daming' : null
}

function mayLay(env: Env) {
  return !env.databaseUrl || env.demo
}

/** Made-up people are sealed with a secret that everybody knows, so that the same week gives the same rows. */
export function secretFor(app: Bridge, env: Env, state: DatabaseState, verb: SeedVerb | null) {
  if (env.secret) return env.secret
  const madeUp = state.demonstration || (verb !== null && verb !== 'empty')
  return madeUp ? app.DEMONSTRATION_SECRET : keptSecret(env.dataDir)
}

/** Lays it, telling how far it is. */
export async function lay(app: Bridge, env: Env, databaseUrl: string, verb: SeedVerb) {
  const administrator = verb === 'empty' ? await askAdministrator(app, { orElse: true }) : null
  say('seeding', verb)
  const began = performance.now()
  const slip = await marked(databaseUrl, async () => {
    if (administrator) return app.seedEmpty(administrator)
    await app.seed(verb as Exclude<SeedVerb, 'empty'>, (what, done, total) =>
      say('seedProgress', what, done, total),
    )
    return null
  })
  say('seeded', ((performance.now() - began) / 1000).toFixed(1))
  if (slip) tellAdministrator(env, slip)
}

/** Whom the sign-in page of made-up data offers. */
export async function tellWhoSignsIn(app: Bridge) {
  const people = await app.whoCanSignIn()
  if (people.length === 0) return
  say('whoSignsIn')
  for (const { name, role, note } of people) say('signsInAs', name, role, note)
}
