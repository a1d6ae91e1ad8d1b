import type { ServerBuild } from '@remix-run/node'

/** The application as the server sees it: what app/entry.server.tsx exports, and nothing else. */
export type Bridge = typeof import('../app/entry.server') & LaterBridge

/** Who can sign in, as printed at the start. */
export type SignIn = { who: string; how: string }

export type SeedVerb = 'empty' | 'daming'

export type SeedProgress = (what: string, done: number, total: number) => void

// What the start calls where the application has it.
type LaterBridge = {
  seed?: (verb: SeedVerb, progress: SeedProgress) => Promise<void>
  whoCanSignIn?: () => Promise<SignIn[]>
  hasAdministrator?: () => Promise<boolean>
  makeFirstAdministrator?: (ask: (question: string) => Promise<string>) => Promise<SignIn>
}

export type Build = Omit<ServerBuild, 'entry'> & {
  entry: { module: ServerBuild['entry']['module'] & Bridge }
}

/** The build as of now: in development each call may give a newer one. */
export type CurrentBuild = () => Promise<Build>
