/** Every feature's handlers, joined. Set-up and opening are answered by the host, before there is a workstation. */
import { annualReportHandlers } from '../annual-report/handlers.ts'
import { accountabilityHandlers } from '../accountability/handlers.ts'
import { assignmentHandlers } from '../assignment/handlers.ts'
import { auditHandlers } from '../audit/handlers.ts'
import { backupHandlers } from '../backup/handlers.ts'
import { casesHandlers } from '../cases/handlers.ts'
import { checklistHandlers } from '../checklist/handlers.ts'
import { crossTableHandlers } from '../cross-table/handlers.ts'
import { deadlinesHandlers } from '../deadlines/handlers.ts'
import { disclosureHandlers } from '../disclosure/handlers.ts'
import { discretionHandlers } from '../discretion/handlers.ts'
import { draftsHandlers } from '../drafts/handlers.ts'
import { evaluationHandlers } from '../evaluation/handlers.ts'
import { exportHandlers } from '../export/handlers.ts'
import { followupHandlers } from '../followup/handlers.ts'
import { formsHandlers } from '../forms/handlers.ts'
import { homeHandlers } from '../home/handlers.ts'
import { intakeHandlers } from '../intake/handlers.ts'
import { citationHandlers } from '../laws/citation-handlers.ts'
import { lawsHandlers } from '../laws/handlers.ts'
import { lawImportHandlers } from '../laws/import-handlers.ts'
import { ledgerHandlers } from '../ledger/handlers.ts'
import { readingHandlers } from '../intake/reading-handlers.ts'
import { materialsHandlers } from '../materials/handlers.ts'
import { opinionHandlers } from '../opinion/handlers.ts'
import { prereviewHandlers } from '../prereview/handlers.ts'
import { preferencesHandlers } from '../preferences/handlers.ts'
import { peopleHandlers } from '../people/handlers.ts'
import { phrasesHandlers } from '../phrases/handlers.ts'
import { signingHandlers } from '../signing/handlers.ts'
import { statisticsHandlers } from '../statistics/handlers.ts'
import { stationHandlers } from '../station/handlers.ts'
import { transferHandlers } from '../transfer/handlers.ts'
import { timelineHandlers } from '../timeline/handlers.ts'
import { verificationHandlers } from '../verification/handlers.ts'
import { catalogueHandlers } from '../catalogue/handlers.ts'
import { joinHandlers } from './handler.ts'

export const handlers = joinHandlers(
  stationHandlers,
  peopleHandlers,
  catalogueHandlers,
  casesHandlers,
  materialsHandlers,
  intakeHandlers,
  readingHandlers,
  assignmentHandlers,
  checklistHandlers,
  prereviewHandlers,
  timelineHandlers,
  transferHandlers,
  deadlinesHandlers,
  crossTableHandlers,
  discretionHandlers,
  opinionHandlers,
  signingHandlers,
  exportHandlers,
  verificationHandlers,
  auditHandlers,
  backupHandlers,
  draftsHandlers,
  preferencesHandlers,
  phrasesHandlers,
  lawsHandlers,
  lawImportHandlers,
  citationHandlers,
  homeHandlers,
  followupHandlers,
  formsHandlers,
  disclosureHandlers,
  statisticsHandlers,
  accountabilityHandlers,
  ledgerHandlers,
  annualReportHandlers,
  evaluationHandlers,
)
