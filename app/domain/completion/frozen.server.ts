// Facts as they stood when something was issued, each body under its SHA-256. Rows point to the hash and carry no
// names; a body may be deleted after its retention, the hash stays.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import { canonicalJson } from './canonical-json'

export type FrozenKind = 'decision' | 'certificate' | 'report' | 'report-person'

export function hashOfFacts(body: object): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex')
}

/** Keeps bodies under their hashes, which come back in order; one that is there already stays as it is. */
export async function freeze(tx: Tx, actor: Actor, kind: FrozenKind, bodies: object[]): Promise<string[]> {
  const texts = bodies.map(canonicalJson)
  const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'))
  await sql`insert into "FrozenFacts" (hash, kind, body, "frozenAt")
    select distinct on (hash) hash, ${kind}, body::jsonb, ${actor.at}::timestamptz
    from unnest(${hashes}::text[], ${texts}::text[]) as one(hash, body)
    order by hash on conflict (hash) do nothing`.execute(tx.$kysely)
  return hashes
}
