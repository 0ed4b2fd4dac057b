/** Every defect that the generator can plant. */
import { CARRYING_OUT_PLANTS } from './carrying-out.ts'
import { CRIME_PLANTS } from './crime.ts'
import { DOCUMENT_PLANTS } from './documents.ts'
import { FACTS_PLANTS } from './facts.ts'
import { DISCRETION_PLANTS } from './discretion.ts'
import { LAW_PLANTS } from './law.ts'
import { POWER_PLANTS } from './power.ts'
import { PERSONNEL_PLANTS } from './personnel.ts'
import { EXECUTION_PLANTS } from './execution.ts'
import { INSPECTION_PLANTS } from './inspection.ts'
import { LICENCE_PLANTS } from './licence.ts'
import type { Plant } from './plant.ts'
import { CLOSING_PLANTS } from './procedure-closing.ts'
import { OPENING_PLANTS } from './procedure-opening.ts'
import { SUBJECT_PLANTS } from './subject.ts'

export const PLANTS: readonly Plant[] = [
  ...SUBJECT_PLANTS,
  ...PERSONNEL_PLANTS,
  ...OPENING_PLANTS,
  ...CLOSING_PLANTS,
  ...EXECUTION_PLANTS,
  ...CARRYING_OUT_PLANTS,
  ...FACTS_PLANTS,
  ...LAW_PLANTS,
  ...DISCRETION_PLANTS,
  ...POWER_PLANTS,
  ...DOCUMENT_PLANTS,
  ...CRIME_PLANTS,
  ...LICENCE_PLANTS,
  ...INSPECTION_PLANTS,
]

/** Rules for which no defect is planted, each with the reason. */
export const UNPLANTED: Readonly<Record<string, string>> = {}
