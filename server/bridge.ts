import type { ServerBuild } from '@remix-run/node'

/** The application as the server sees it: what app/entry.server.tsx exports, and nothing else. */
export type Bridge = typeof import('../app/entry.server')

export type SeedVerb = 'empty' | 'daming' | 'large'

export type Build = Omit<ServerBuild, 'entry'> & {
  entry: { module: ServerBuild['entry']['module'] & Bridge }
}

/** The build as of now: in development each call may give a newer one. */
export type CurrentBuild = () => Promise<Build>
