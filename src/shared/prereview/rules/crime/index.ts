import type { PrereviewRule } from '../../rule.ts'
import { LINE_RULES } from './lines.ts'
import { RETURNED_RULES } from './returned.ts'
import { TRANSFER_RULES } from './transfer.ts'

/** 8 涉嫌犯罪 */
export const CRIME_RULES: readonly PrereviewRule[] = [...LINE_RULES, ...TRANSFER_RULES, ...RETURNED_RULES]
