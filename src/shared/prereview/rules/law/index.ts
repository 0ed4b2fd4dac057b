import type { PrereviewRule } from '../../rule.ts'
import { BARE_CLAUSE_RULES } from './bare-clauses.ts'
import { BENCHMARK_RULES } from './benchmark.ts'
import { ABOVE_THE_FITTING_STEP } from './benchmark-rows.ts'
import { CITING_RULES } from './citing.ts'
import { CIRCUMSTANCE_RULES } from './circumstances.ts'
import { GROUND_RULES } from './grounds.ts'
import { MEASURE_RULES } from './measures.ts'
import { MOVED_CLAUSE_RULES } from './moved-clauses.ts'
import { RANGE_RULES } from './ranges.ts'
import { RESTORATION_RULES } from './restoration.ts'
import { SEIZED_THINGS_RULES } from './seized-things.ts'
import { SIMILAR_CASE_RULES } from './similar-cases.ts'
import { VERSION_RULES } from './versions.ts'

/** 5 法律适用与裁量 */
export const LAW_RULES: readonly PrereviewRule[] = [
  ...GROUND_RULES,
  ...BARE_CLAUSE_RULES,
  ...CITING_RULES,
  ...VERSION_RULES,
  ...MOVED_CLAUSE_RULES,
  ...RANGE_RULES,
  ...RESTORATION_RULES,
  ...MEASURE_RULES,
  ...SEIZED_THINGS_RULES,
  ...BENCHMARK_RULES,
  ABOVE_THE_FITTING_STEP,
  ...SIMILAR_CASE_RULES,
  ...CIRCUMSTANCE_RULES,
]
