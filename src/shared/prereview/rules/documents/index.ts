/** The rules of heading 7, documents (文书). */
import type { PrereviewRule } from '../../rule.ts'
import { ACT_QUANTITY_DIFFERS } from './act-quantities.ts'
import { AMOUNT_RULES } from './amounts.ts'
import { CONSISTENCY_RULES } from './consistency.ts'
import { CORRECTION_RULES, PUBLICATION_RULES } from './corrections-and-publication.ts'
import { COURT_LEVEL } from './courts.ts'
import { DECISION_ITEM_RULES } from './decision-items.ts'
import { MORE_THAN_DECIDED } from './execution-extent.ts'
import { MISSING_RULES } from './missing.ts'
import { NAME_BESIDE_CODE } from './names-by-code.ts'
import { ORDER_RULES } from './order.ts'
import { PAYMENT_RULES } from './payment.ts'
import { REMEDY_RULES } from './remedies.ts'
import { SERVICE_RULES } from './service.ts'

export const DOCUMENTS_RULES: readonly PrereviewRule[] = [
  ...MISSING_RULES,
  ...DECISION_ITEM_RULES,
  ...PAYMENT_RULES,
  ...REMEDY_RULES,
  COURT_LEVEL,
  ...CONSISTENCY_RULES,
  NAME_BESIDE_CODE,
  ACT_QUANTITY_DIFFERS,
  MORE_THAN_DECIDED,
  ...AMOUNT_RULES,
  ...ORDER_RULES,
  ...SERVICE_RULES,
  ...CORRECTION_RULES,
  ...PUBLICATION_RULES,
]
