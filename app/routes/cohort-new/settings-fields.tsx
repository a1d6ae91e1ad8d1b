import { Checkbox } from '~/components/choice'
import { Field } from '~/components/field'
import type { FormState } from '~/components/form-state'
import type { CohortSettings } from '~/domain/cohorts/cohort'
import { weekEndsOn } from '~/domain/cohorts/weeks'
import { useLocale, useWords } from '~/i18n'
import { formatDate } from '~/i18n/format'
import { type ShortAnswer, TooShort } from './too-short'
import { words } from './words'

/** The names of the fields, for the list of what is wrong with them. */
export function labelsOf(t: (typeof words)['zh-CN']) {
  const { name: title, startsOn, endsOn, groupSizeMin, groupSizeMax } = t
  const { contactName, contactTelephone, contactHours } = t
  return { title, startsOn, endsOn, groupSizeMin, groupSizeMax, contactName, contactTelephone, contactHours }
}

/** What a cohort is given when it is opened, and may be corrected later. */
export function SettingsFields({
  form,
  settings = {},
  startsOn,
  weeks,
  begun = false,
}: {
  form: (FormState & ShortAnswer) | null | undefined
  settings?: Partial<CohortSettings>
  /** As it stands in the form now, and how many weeks the programme takes from there; '' and null where not chosen yet. */
  startsOn: string
  weeks: number | null
  /** Its first day has come and stays. */
  begun?: boolean
}) {
  const t = useWords(words)
  const locale = useLocale()
  const last = weeks !== null && /^\d{4}-\d\d-\d\d$/.test(startsOn) ? weekEndsOn(startsOn, weeks) : null
  return (
    <>
      <Field
        name="title"
        label={t.name}
        hint={t.nameHint}
        defaultValue={settings.title}
        form={form}
        required
        maxLength={80}
      />
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <Field
          name="startsOn"
          type="date"
          label={t.startsOn}
          hint={begun ? t.begun : undefined}
          readOnly={begun}
          defaultValue={settings.startsOn}
          form={form}
          required
        />
        <Field
          name="endsOn"
          type="date"
          label={t.endsOn}
          hint={last && weeks !== null ? t.lasts(weeks, formatDate(last, 'UTC', locale)) : undefined}
          defaultValue={settings.endsOn}
          form={form}
          required
        />
      </div>
      <TooShort form={form} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="groupSizeMin"
          type="number"
          min={2}
          max={200}
          defaultValue={settings.groupSizeMin ?? 12}
          label={t.groupSizeMin}
          form={form}
          required
        />
        <Field
          name="groupSizeMax"
          type="number"
          min={2}
          max={200}
          defaultValue={settings.groupSizeMax ?? 18}
          label={t.groupSizeMax}
          form={form}
          required
        />
        <Field
          name="contactName"
          label={t.contactName}
          defaultValue={settings.contactName}
          form={form}
          required
          maxLength={50}
        />
        <Field
          name="contactTelephone"
          type="tel"
          label={t.contactTelephone}
          defaultValue={settings.contactTelephone}
          form={form}
          required
          maxLength={30}
        />
      </div>
      <Field
        name="contactHours"
        label={t.contactHours}
        defaultValue={settings.contactHours ?? t.hoursValue}
        form={form}
        required
        maxLength={80}
      />
      <Checkbox
        name="acceptsWithoutNumber"
        label={t.acceptsWithoutNumber}
        defaultChecked={settings.acceptsWithoutNumber}
        form={form}
      />
    </>
  )
}
