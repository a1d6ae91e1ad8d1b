import { Button } from '~/components/button'
import { useNetwork } from '~/components/network'
import { Avatar } from '~/components/tag'
import { Said } from '~/components/tools'
import { useWords } from '~/i18n'
import type { Waiting } from '~/realtime/outbox'
import type { LiveTopic } from '~/realtime/use-room'
import { PlainText } from './plain-text'
import type { TalkData } from './route'
import { sayRefusal, words } from './words'

type Props = {
  entry: Waiting
  room: LiveTopic
  talk: TalkData
  /** Puts its words back where one writes; null where one does not write here. */
  edit: ((entry: Waiting) => void) | null
}

/** A post that is on this device alone: on its way, waiting for the network, or refused with the reason. */
export function WaitingPost({ entry, room, talk, edit }: Props) {
  const t = useWords(words)
  const network = useNetwork()
  const name = talk.people.find((one) => one.id === talk.me)?.name ?? t.me
  const away = network !== 'fine' || !room.connected
  const state = away
    ? t.waits
    : room.heldUp
      ? (t.heldUp[room.heldUp as HeldUp] ?? t.heldUp.failed)
      : t.sending
  return (
    <li data-waiting={entry.refused ?? 'sending'}>
      <Said
        name={t.me}
        when={entry.refused ? (entry.topicId === talk.topic.id ? undefined : t.elsewhere) : state}
        avatar={<Avatar name={name} mentor={talk.as === 'mentor'} />}
        faded={!entry.refused}
      >
        <PlainText text={entry.text} />
      </Said>
      {entry.refused && (
        <div className="ml-[46px]">
          <p role="alert" className="text-sm font-medium text-red">
            {sayRefusal(t, entry.refused)}
          </p>
          <div className="flex gap-3 pt-1.5">
            {edit && (
              <Button look="ghost" size="small" onClick={() => edit(entry)}>
                {t.edit}
              </Button>
            )}
            <Button look="quiet" size="small" onClick={() => room.forget(entry)}>
              {t.forget}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}

type HeldUp = keyof (typeof words)['zh-CN']['heldUp']
