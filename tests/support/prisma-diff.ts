import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'

type Engine = { diff(params: object): Promise<{ stdout: string | null }> }

/**
 * The SQL that makes an empty database what schema.prisma says. Prisma's schema engine, as WebAssembly loaded by
 * hand, because its package is made for bundlers. `databaseUrl` is only asked for its version.
 */
export async function sqlOfSchema(path: string, databaseUrl: string): Promise<string> {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@prisma/schema-engine-wasm')
  const glue = await import(pathToFileURL(join(dirname(entry), 'schema_engine_bg.js')).href)
  const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()

  const utils = createRequire(require.resolve('@prisma/adapter-pg'))('@prisma/driver-adapter-utils')
  const adapter = utils.bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }))
  const datamodel: [string, string] = [path, readFileSync(path, 'utf8')]
  const engine: Engine = await glue.SchemaEngine.new({ datamodels: [datamodel] }, () => undefined, adapter)
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path, content: datamodel[1] }] },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout ?? ''
}
