/** The fields of one work among many that wait on a page. */
export function fieldId(name: string, work: string) {
  return `field-${name}-${work}`
}
