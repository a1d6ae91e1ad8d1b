import { type Meaning, meanings } from '~/domain/enrolment/roster-headers'

/** `column-<sheet>-<index>` fields as what the manager says about each sheet; a meaning that is none is left out. */
export function mappingFrom(fields: URLSearchParams) {
  const mapping: Record<number, { columns: Record<number, Meaning> }> = {}
  for (const [name, value] of fields) {
    const [, sheet, index] = /^column-(\d{1,3})-(\d{1,3})$/.exec(name) ?? []
    const meaning = meanings.find((one) => one === value)
    if (!sheet || !index || !meaning) continue
    mapping[Number(sheet)] ??= { columns: {} }
    mapping[Number(sheet)]!.columns[Number(index)] = meaning
  }
  return mapping
}
