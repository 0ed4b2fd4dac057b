import type { PrereviewRule } from '../../rule.ts'
import { AREA_RULES } from './area.ts'
import { POWER_RULES } from './power.ts'

/** 6 职权管辖 */
export const AUTHORITY_RULES: readonly PrereviewRule[] = [...AREA_RULES, ...POWER_RULES]
