// registered → withdrawn → reinstated → withdrawn …; each step is a row.

/** Whether an enrolment stands withdrawn: one of its withdrawals has no reinstatement. */
export function withdrawnNow(enrolment: { withdrawals: { reinstatement: unknown | null }[] }) {
  return enrolment.withdrawals.some(({ reinstatement }) => reinstatement === null)
}
