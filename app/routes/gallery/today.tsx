import { LinkButton } from '~/components/button'
import { Card, NextCard, Row, Rows } from '~/components/card'
import { PageHeader } from '~/components/page-header'
import { TraineeShell } from '~/components/shell/trainee-shell'
import { Avatar, ProgressBar, Tag } from '~/components/tag'
import { Said } from '~/components/tools'
import { useWords } from '~/i18n'
import { contact, enrolmentId } from './people'
import { words } from './words'

/** What a trainee's page is made of. */
export function Today() {
  const t = useWords(words)
  return (
    <TraineeShell enrolmentId={enrolmentId} personName={t.trainee} contact={contact} works={false}>
      <PageHeader over={t.day} title={t.morning} />
      <NextCard
        over={t.goOn}
        title={t.lesson}
        action={
          <LinkButton look="light" to="/gallery?of=forms">
            {t.watch}
          </LinkButton>
        }
        note={t.seen}
      />
      <Card>
        <div className="flex items-center gap-3">
          <div className="flex-1">
            <h2 className="text-base">{t.hours}</h2>
            <p className="muted">{t.needed}</p>
          </div>
          <Tag>{t.noDebt}</Tag>
        </div>
        <ProgressBar share={0.49} label={t.hours} className="mt-2.5" />
      </Card>
      <Card flush>
        <Rows>
          <Row
            title={t.review}
            note={t.reviewNote}
            end={<Tag tone="amber">{t.sunday}</Tag>}
            to="/gallery?of=forms"
          />
          <Row title={t.workshop} note={t.workshopNote} end={<Tag tone="plain">{t.inDays}</Tag>} />
        </Rows>
      </Card>
      <Card>
        <Said
          name={t.mentor}
          role={t.mentorRole}
          when={t.yesterday}
          avatar={<Avatar name={t.mentor} mentor />}
        >
          {t.said}
        </Said>
      </Card>
      <Card title={t.module} aside={t.moduleNote} flush>
        <Rows>
          <Row dot="done" title={t.workshop} note={t.workshopNote} />
          <Row dot="now" title={t.lesson} note={t.seen} to="/gallery?of=forms" />
          <Row dot="todo" title={t.review} note={t.reviewNote} />
          <Row dot="lock" faded title={t.quiz} note={t.quizLock} />
          <Row dot="never" title={t.excellent} note={t.excellentNote} />
        </Rows>
      </Card>
    </TraineeShell>
  )
}
