/** What the law adds to a fine that is paid late (加处罚款), out of the catalogue's row on paying. */
import type { PeriodRow } from '../../../../catalogue/periods.ts'
import type { CaseFile } from '../../../case-file.ts'
import { decisionOf } from './case-steps.ts'
import { dayOf } from './moments.ts'
import { periodOf } from './statutory-period.ts'

/** The row on paying a fine that holds on the day of the decision. */
export function paymentRowOf(file: CaseFile): PeriodRow | null {
  const decision = decisionOf(file)
  return periodOf(file, 'payment', (decision === null ? null : dayOf(decision)) ?? file.today)
}

export function surchargeOf(file: CaseFile): NonNullable<PeriodRow['surcharge']> | null {
  return paymentRowOf(file)?.surcharge ?? null
}
