import type { TestProject } from 'vitest/node'
import { startTestPostgres } from './test-postgres'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export default async function setup(project: TestProject) {
  const { url, stop } = await startTestPostgres()
  project.provide('postgresUrl', url)
  return stop
}
