import type { output } from 'zod'
import { correctName, correctNumber, resolveDoubt, unmaskNumber } from '~/domain/accounts/details.server'
import { endAllSessions, endRole, grantRole } from '~/domain/accounts/roles.server'
import type { Actor } from '~/domain/actor'
import { organisationByCode } from '~/domain/organisations/organisations.queries.server'
import type { PersonForm } from './person.schema'

/** Calls the command that the form asks for; a refusal comes back as its word. */
export async function change(actor: Actor, personId: string, values: output<typeof PersonForm>) {
  switch (values.intent) {
    case 'grant': {
      const { role, organisation: code } = values
      const organisation = code ? await organisationByCode(actor, code) : null
      if (code && !organisation) return { refused: 'no-organisation' as const }
      return grantRole(actor, { personId, role, organisationId: organisation?.id ?? null })
    }
    case 'end':
      return endRole(actor, values.grant)
    case 'sessions':
      return endAllSessions(actor, personId)
    case 'name':
      return correctName(actor, personId, values.name)
    case 'number':
      return correctNumber(actor, personId, values.number)
    case 'unmask':
      return unmaskNumber(actor, personId, values.reason)
    case 'doubt':
      return resolveDoubt(actor, values.doubt)
  }
}
