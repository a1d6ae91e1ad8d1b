const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The key that names this filling-in of a form; null where it carries none. */
export function formKeyIn(fields: URLSearchParams): string | null {
  const key = fields.get('formKey')
  return key && uuid.test(key) ? key.toLowerCase() : null
}
