/** What a refused or mistaken form brings back: an action's data fits it as it is. */
export type FormState =
  | {
      errors?: Record<string, string[]> | null
      typed?: Record<string, string> | null
      refused?: string | null
    }
  | null
  | undefined

export function errorsOf(form: FormState, name: string) {
  return form?.errors?.[name] ?? []
}

export function typedIn(form: FormState, name: string) {
  return form?.typed?.[name]
}
