import { existsSync } from 'node:fs'

/** Where a roster lies: with the seed that lays it, or with the tests where only they read it. */
export function pathOfRoster(name: string) {
  const path = [`prisma/seed/content/${name}`, `tests/fixtures/${name}`].find((one) => existsSync(one))
  if (!path) throw new Error(`There is no roster called ${name}`)
  return path
}
