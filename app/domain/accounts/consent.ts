/** The version of the text about the use of one's data that holds now; its words are the consent page's. */
export const currentConsent = '2026-12'
