/** Somebody to ask: shown at the foot of each page. */
export type Contact = {
  name: string
  phone: string | null
  hours: string | null
}

/** Said once, at the top of the next page; with `undo` the form that takes it back. */
export type FlashMessage = {
  text: string
  tone?: 'green' | 'amber' | 'red'
  undo?: { action: string; fields: Record<string, string>; label?: string }
}

/** Names, in the address of a page, the message that waits for it. */
export const FLASH_PARAMETER = 'said'
