import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { Tag } from '~/components/tag'
import { openActivity } from '~/http/activity.server'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { discussion } from './discussion'
import { discussionServer, topicFor } from './discussion.server'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { activity } = await openActivity(request, params, 'discussion')
  const { config } = activity.activity
  const { missing } = discussion.progress(config, await discussionServer.work(activity))
  return {
    prompt: config.prompt,
    asked: config.minPosts,
    left: missing?.posts ?? 0,
    topic: await topicFor(activity),
    enrolmentId: activity.enrolmentId,
  }
}

export default function DiscussionPage() {
  const t = useWords(words)
  const { prompt, asked, left, topic, enrolmentId } = useLoaderData<typeof loader>()
  if (!topic) return <EmptyState title={t.noGroup}>{t.noGroupMore}</EmptyState>
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <p className="prose whitespace-pre-wrap">{prompt}</p>
        <p>
          <Tag tone={left > 0 ? 'amber' : 'green'}>{left > 0 ? t.left(left) : t.done(asked)}</Tag>
          <span className="muted ml-2">{t.posts(topic.posts)}</span>
        </p>
        <p className="muted">{t.rule}</p>
        <p>
          <LinkButton to={paths.groupTopic(enrolmentId, topic.id)}>{t.open}</LinkButton>
        </p>
      </div>
    </Card>
  )
}
