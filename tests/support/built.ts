// The tests that speak to a server speak to the built one; it is built here where it is stale.
import { build, generate } from '../../server/prepare.mjs'

export default async function setup() {
  await generate()
  await build()
}
