/** The one contract between the renderer and the core: every method of every feature. */
import type { z } from 'zod'
import { annualReportContract } from '../annual-report/contract.ts'
import { accountabilityContract } from '../accountability/contract.ts'
import { assignmentContract } from '../assignment/contract.ts'
import { auditContract } from '../audit/contract.ts'
import { backupContract } from '../backup/contract.ts'
import { casesContract } from '../cases/contract.ts'
import { catalogueContract } from '../catalogue/contract.ts'
import { checklistContract } from '../checklist/contract.ts'
import { crossTableContract } from '../cross-table/contract.ts'
import { deadlinesContract } from '../deadlines/contract.ts'
import { disclosureContract } from '../disclosure/contract.ts'
import { discretionContract } from '../discretion/contract.ts'
import { draftsContract } from '../drafts/contract.ts'
import { evaluationContract } from '../evaluation/contract.ts'
import { exportContract } from '../export/contract.ts'
import { followupContract } from '../followup/contract.ts'
import { formsContract } from '../forms/contract.ts'
import { homeContract } from '../home/contract.ts'
import { intakeContract } from '../intake/contract.ts'
import { citationsContract } from '../laws/citations-contract.ts'
import { lawsContract } from '../laws/contract.ts'
import { lawImportContract } from '../laws/import-contract.ts'
import { ledgerContract } from '../ledger/contract.ts'
import { readingContract } from '../intake/reading-contract.ts'
import { materialsContract } from '../materials/contract.ts'
import { opinionContract } from '../opinion/contract.ts'
import { peopleContract } from '../people/contract.ts'
import { phrasesContract } from '../phrases/contract.ts'
import { preferencesContract } from '../preferences/contract.ts'
import { prereviewContract } from '../prereview/contract.ts'
import { signingContract } from '../signing/contract.ts'
import { statisticsContract } from '../statistics/contract.ts'
import { stationContract } from '../station/contract.ts'
import { transferContract } from '../transfer/contract.ts'
import { timelineContract } from '../timeline/contract.ts'
import { verificationContract } from '../verification/contract.ts'
import { joinContracts, type Method } from './method.ts'

export const contract = joinContracts(
  stationContract,
  peopleContract,
  catalogueContract,
  casesContract,
  materialsContract,
  intakeContract,
  readingContract,
  assignmentContract,
  checklistContract,
  prereviewContract,
  timelineContract,
  transferContract,
  deadlinesContract,
  crossTableContract,
  discretionContract,
  opinionContract,
  signingContract,
  exportContract,
  verificationContract,
  auditContract,
  backupContract,
  draftsContract,
  preferencesContract,
  phrasesContract,
  lawsContract,
  lawImportContract,
  citationsContract,
  homeContract,
  followupContract,
  formsContract,
  disclosureContract,
  statisticsContract,
  accountabilityContract,
  ledgerContract,
  annualReportContract,
  evaluationContract,
)

export type Contract = typeof contract
export type MethodName = keyof Contract & string
/** What a method takes, before zod has parsed it: plain strings and numbers, not yet branded. */
export type MethodInput<Name extends MethodName> = z.input<Contract[Name]['input']>
/** What a handler receives, after zod. */
export type ParsedInput<Name extends MethodName> = z.output<Contract[Name]['input']>
export type MethodOutput<Name extends MethodName> = Contract[Name] extends Method<z.ZodType, infer Output> ? Output : never
