import { startTestPostgres } from '../support/test-postgres'

/** One PostgreSQL for all browser tests; each test's server has a database of its own on it. */
export default async function setup() {
  const { url, stop } = await startTestPostgres()
  process.env.GONGXUE_TEST_POSTGRES = url
  return stop
}
