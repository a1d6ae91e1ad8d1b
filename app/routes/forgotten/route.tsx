import { LinkButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { PageHeader, Stack } from '~/components/page-header'
import { PublicShell } from '~/components/shell/public-shell'
import { titled } from '~/components/titled'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export default function Forgotten() {
  const t = useWords(words)
  return (
    <PublicShell quiet>
      <Stack>
        <PageHeader title={t.title} />
        <p>{t.lead}</p>
        <Card flush>
          <Rows>
            <Row title={t.trainee} note={t.traineeNote} />
            <Row title={t.staff} note={t.staffNote} />
            <Row title={t.others} note={t.othersNote} />
          </Rows>
        </Card>
        <p>{t.after}</p>
        <div className="flex flex-col gap-2.5">
          <LinkButton to={paths.firstSignIn()} wide>
            {t.enter}
          </LinkButton>
          <LinkButton to={paths.signIn()} look="quiet" wide>
            {t.back}
          </LinkButton>
        </div>
      </Stack>
    </PublicShell>
  )
}
