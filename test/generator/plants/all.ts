/** Every defect that the generator can plant, and why some rules have none. */
import { CRIME_PLANTS, UNPLANTED_CRIME } from './crime.ts'
import { DOCUMENT_PLANTS, UNPLANTED_DOCUMENTS } from './documents.ts'
import { FACTS_PLANTS, UNPLANTED_FACTS } from './facts.ts'
import { DISCRETION_PLANTS } from './discretion.ts'
import { LAW_PLANTS, UNPLANTED_LAW } from './law.ts'
import { POWER_PLANTS } from './power.ts'
import { PERSONNEL_PLANTS, UNPLANTED_PERSONNEL } from './personnel.ts'
import { EXECUTION_PLANTS } from './execution.ts'
import type { Plant } from './plant.ts'
import { CLOSING_PLANTS, UNPLANTED_PROCEDURE } from './procedure-closing.ts'
import { OPENING_PLANTS } from './procedure-opening.ts'
import { SUBJECT_PLANTS, UNPLANTED_SUBJECT } from './subject.ts'

export const PLANTS: readonly Plant[] = [
  ...SUBJECT_PLANTS,
  ...PERSONNEL_PLANTS,
  ...OPENING_PLANTS,
  ...CLOSING_PLANTS,
  ...EXECUTION_PLANTS,
  ...FACTS_PLANTS,
  ...LAW_PLANTS,
  ...DISCRETION_PLANTS,
  ...POWER_PLANTS,
  ...DOCUMENT_PLANTS,
  ...CRIME_PLANTS,
]

/** Rules for which no defect is planted in a penalty file, each with the reason. */
export const UNPLANTED: Readonly<Record<string, string>> = {
  ...UNPLANTED_SUBJECT,
  ...UNPLANTED_PERSONNEL,
  ...UNPLANTED_PROCEDURE,
  ...UNPLANTED_FACTS,
  ...UNPLANTED_LAW,
  ...UNPLANTED_DOCUMENTS,
  ...UNPLANTED_CRIME,
}
