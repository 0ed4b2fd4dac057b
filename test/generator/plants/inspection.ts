/** Defects of a file about an inspection alone (行政检查案卷). */
import type { Plant } from './plant.ts'

const files = ['inspection'] as const
const BEFORE = ['year-plan', 'plan', 'inspection-notice', 'inspection-notice-receipt'] as const
const AFTER = ['result', 'result-receipt', 'correction', 'correction-receipt', 'check', 'publication'] as const

export const INSPECTION_PLANTS: readonly Plant[] = [
  { ruleId: '3.20-unplanned', files, papers: (edit) => void edit.drop(...BEFORE) },
  { ruleId: '3.20-result-not-told', files, papers: (edit) => void edit.drop(...AFTER) },
]
