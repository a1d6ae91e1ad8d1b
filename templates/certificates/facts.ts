export type Track = 'teacher' | 'farmer' | 'safety-officer' | 'open'

/** What a certificate says, frozen when it is issued. Days are written as 2017-07-15. */
export type CertificateFacts = {
  number: string
  track: Track
  name: string
  /** 1304**********0027; null where the person has no number. */
  maskedNumber: string | null
  programmeTitle: string
  /** Null where the programme has no English title; the Chinese one is printed instead. The same for the other two. */
  programmeTitleEn: string | null
  cohortTitle: string
  cohortTitleEn: string | null
  moduleCount: number
  from: string
  until: string
  hours: Hours
  /** Out of a hundred, unrounded; null where the track gives none. */
  score: number | null
  distinguished: boolean
  issuerName: string
  issuerNameEn: string | null
  issuedOn: string
  /** The last day on which it is good; null where it does not expire. */
  expiresOn: string | null
  verifyUrl: string
  /** A few characters of the token for reading out: 9F2C 41A7. */
  shortToken: string
  version: number
}

export type Hours = { total: number; online: number; discussion: number; practice: number; workshop: number }
