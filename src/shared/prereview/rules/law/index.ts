import type { PrereviewRule } from '../../rule.ts'
import { BENCHMARK_RULES } from './benchmark.ts'
import { CIRCUMSTANCE_RULES } from './circumstances.ts'
import { GROUND_RULES } from './grounds.ts'
import { MEASURE_RULES } from './measures.ts'
import { RANGE_RULES } from './ranges.ts'
import { VERSION_RULES } from './versions.ts'

/** 5 法律适用与裁量 */
export const LAW_RULES: readonly PrereviewRule[] = [
  ...GROUND_RULES,
  ...VERSION_RULES,
  ...RANGE_RULES,
  ...MEASURE_RULES,
  ...BENCHMARK_RULES,
  ...CIRCUMSTANCE_RULES,
]
