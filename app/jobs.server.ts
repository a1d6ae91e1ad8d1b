import type { JobRegistry } from './domain/jobs.server'

/** The one list of the work that is done later, by name. */
export const jobs: JobRegistry = {}
