import { drawCertificate } from '#templates/certificates/certificate'
import type { CertificateFacts } from '#templates/certificates/facts'
import { db, inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ReadableCertificate } from './certificate.access.server'
import { drawnOnce, type Language } from './drawings.server'

const mediaType = 'application/pdf'

/** A certificate's PDF, the same bytes each time, each download in the audit trail. Refuses `facts-deleted`. */
export async function downloadCertificate(
  actor: Actor,
  certificate: ReadableCertificate,
  language: Language,
) {
  const { factsHash, number } = certificate
  const { body } = await db.frozenFacts.findUniqueOrThrow({ where: { hash: factsHash } })
  if (!body) return { refused: 'facts-deleted' as const }
  const facts = body as unknown as CertificateFacts
  const name = `${number} ${facts.name}${language === 'en' ? ' (English)' : ''}.pdf`
  const drawn = await drawnOnce(
    actor,
    { factsHash, kind: 'certificate', language },
    { name, mediaType },
    () => drawCertificate(facts, language),
  )
  await inTransaction((tx) =>
    audit(tx, actor, {
      action: 'certificate.downloaded',
      subjectKind: 'certificate',
      subjectId: certificate.id,
      details: { number, language, sha256: drawn.sha256, redrawn: drawn.redrawn },
    }),
  )
  return { ...drawn, name, mediaType }
}
