import { LinkButton } from '~/components/button'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { words } from './words'

/** What comes next in green: quotas, then the roster, then who completes. */
export function NextActions({ id, seats, enrolled }: { id: string; seats: number; enrolled: number }) {
  const t = useWords(words)
  const next = seats + enrolled === 0 ? 'quotas' : enrolled === 0 ? 'roster' : 'completion'
  return (
    <>
      <LinkButton look={next === 'roster' ? 'solid' : 'ghost'} to={paths.roster(id)}>
        {t.importRoster}
      </LinkButton>
      {next === 'quotas' && <LinkButton to={paths.quotas(id)}>{t.setQuotas}</LinkButton>}
      {next === 'completion' && <LinkButton to={paths.cohortCompletion(id)}>{t.completion}</LinkButton>}
    </>
  )
}

/** Where a cohort without anybody begins. */
export function FirstSteps({ id }: { id: string }) {
  const t = useWords(words)
  return (
    <>
      <LinkButton look="ghost" to={paths.quotas(id)}>
        {t.setQuotas}
      </LinkButton>
      <LinkButton look="ghost" to={paths.roster(id)}>
        {t.importRoster}
      </LinkButton>
    </>
  )
}
