import { Form, Link } from '@remix-run/react'
import { Button, buttonClass, SubmitButton } from '~/components/button'
import { Field, Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { words } from './words'

type Setting = {
  activityId: string
  turns: number
  venueId: string
  set: { venueId: string; day: string }[]
  turnOf: Record<string, number>
  refusal: string | null
}

/** How many turns first, which shares out the groups; then each turn's venue and day, and each group's turn. */
export function SetForm({
  cohortId,
  setting,
  venues,
  groups,
  form,
}: {
  cohortId: string
  setting: Setting
  venues: { id: string; name: string; capacity: number }[]
  groups: { id: string; name: string; people: number }[]
  form: FormState
}) {
  const t = useWords(words)
  const numbers = Array.from({ length: setting.turns }, (_, place) => place)
  const here = paths.cohortWorkshops(cohortId)
  const venueOptions = venues.map(({ id, name, capacity }) => ({
    value: id,
    label: t.capacity(name, capacity),
  }))
  const turnOptions = numbers.map((place) => ({ value: String(place + 1), label: t.turn(place + 1) }))
  return (
    <div className="mt-3 flex flex-col gap-4 rounded-card border border-line p-4">
      <Form method="get" action={here} className="flex flex-wrap items-end gap-3" preventScrollReset>
        <input type="hidden" name="set" value={setting.activityId} />
        <Field
          name="turns"
          label={t.turns}
          type="number"
          min={1}
          max={Math.min(20, groups.length)}
          defaultValue={setting.turns}
          required
        />
        <Select name="venue" label={t.venue} options={venueOptions} defaultValue={setting.venueId} required />
        <Button type="submit" look="ghost">
          {t.show}
        </Button>
      </Form>
      {setting.refusal && <p className="text-red">{setting.refusal}</p>}
      <Form
        method="post"
        key={`${setting.turns}${setting.venueId}`}
        className="flex flex-col gap-4 border-t border-line pt-4"
      >
        <FormKey of="set" />
        <input type="hidden" name="intent" value="set" />
        <input type="hidden" name="activityId" value={setting.activityId} />
        {numbers.map((place) => (
          <fieldset key={place} className="flex flex-wrap gap-3">
            <legend className="mb-1 font-semibold">{t.turn(place + 1)}</legend>
            <Select
              name={`turns[${place}].venueId`}
              label={t.venue}
              options={venueOptions}
              defaultValue={setting.set[place]?.venueId ?? setting.venueId}
              form={form}
              required
            />
            <Field
              name={`turns[${place}].day`}
              label={t.day}
              type="date"
              defaultValue={setting.set[place]?.day}
              form={form}
              required
            />
          </fieldset>
        ))}
        <fieldset>
          <legend className="mb-1 font-semibold">{t.groupsHead}</legend>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {groups.map((group, place) => (
              <div key={group.id}>
                <input type="hidden" name={`groups[${place}].groupId`} value={group.id} />
                <Select
                  name={`groups[${place}].turn`}
                  label={t.group(group.name, group.people)}
                  options={turnOptions}
                  defaultValue={String(setting.turnOf[group.id] ?? 1)}
                  form={form}
                  required
                />
              </div>
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t.save}</SubmitButton>
          <Link to={here} preventScrollReset className={buttonClass('quiet')}>
            {t.cancel}
          </Link>
        </div>
      </Form>
    </div>
  )
}
