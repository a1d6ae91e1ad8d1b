/** Without folders, control signs and signs that turn the direction of writing, and short enough to be shown and stored. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return clean.length <= 120 ? clean : `${clean.slice(0, 100)}…${clean.slice(-19)}`
}

/** The name with the ending of what the file has become: IMG_1.heic → IMG_1.jpg */
export function withEnding(name: string, ending: string): string {
  const dot = name.lastIndexOf('.')
  return `${dot > 0 ? name.slice(0, dot) : name || 'file'}.${ending}`
}
