import type { PrereviewRule } from '../../rule.ts'
import { CALCULATION_RULES } from './calculation.ts'
import { CONTRADICTION_RULES } from './contradictions.ts'
import { ELEMENT_RULES } from './elements.ts'
import { DEVICE_RECORD_DIFFERS } from './device-records.ts'
import { EXHIBIT_RULES } from './exhibits.ts'
import { INVENTORY_RULES } from './inventories.ts'
import { MEASUREMENTS_DIFFER } from './measurements.ts'
import { LICENCE_CONDITION_RULES } from './licence-conditions.ts'
import { OUT_OF_TIME } from './limitation.ts'
import { MEDIA_RULES } from './copies-and-media.ts'
import { RECORD_RULES } from './records.ts'
import { SAMPLING_RULES } from './sampling.ts'
import { UNSUPPORTED_RULES } from './unsupported-figures.ts'

/** 4 事实证据 */
export const FACTS_RULES: readonly PrereviewRule[] = [
  ...ELEMENT_RULES,
  ...LICENCE_CONDITION_RULES,
  ...MEDIA_RULES,
  ...RECORD_RULES,
  ...SAMPLING_RULES,
  ...CONTRADICTION_RULES,
  MEASUREMENTS_DIFFER,
  DEVICE_RECORD_DIFFERS,
  ...UNSUPPORTED_RULES,
  ...CALCULATION_RULES,
  OUT_OF_TIME,
  ...EXHIBIT_RULES,
  ...INVENTORY_RULES,
]
