import type { PrereviewRule } from '../../rule.ts'
import { AREA_RULES } from './area.ts'
import { CHARGED_BY_A_GROUP } from './charged-by.ts'
import { POWER_RULES } from './power.ts'

/** 6 职权管辖 */
export const AUTHORITY_RULES: readonly PrereviewRule[] = [...AREA_RULES, ...POWER_RULES, CHARGED_BY_A_GROUP]
