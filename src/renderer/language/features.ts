/** Every feature's words. A feature that is not listed here has none. */
import { words as about } from '../about/language.ts'
import { words as audit } from '../audit/language.ts'
import { words as backup } from '../backup/language.ts'
import { words as cases } from '../cases/language.ts'
import { words as catalogue } from '../catalogue/language.ts'
import { words as people } from '../people/language.ts'
import { words as signing } from '../signing/language.ts'
import { words as help } from '../help/language.ts'
import { words as assignment } from '../assignment/language.ts'
import { words as checklist } from '../checklist/language.ts'
import { words as crossTable } from '../cross-table/language.ts'
import { words as deadlines } from '../deadlines/language.ts'
import { words as disclosure } from '../disclosure/language.ts'
import { words as discretion } from '../discretion/language.ts'
import { words as exportWords } from '../export/language.ts'
import { words as followup } from '../followup/language.ts'
import { words as forms } from '../forms/language.ts'
import { words as home } from '../home/language.ts'
import { words as intake } from '../intake/language.ts'
import { words as laws } from '../laws/language.ts'
import { words as ledger } from '../ledger/language.ts'
import { words as materials } from '../materials/language.ts'
import { words as phrases } from '../phrases/language.ts'
import { words as prereview } from '../prereview/language.ts'
import { words as openCases } from '../open-cases/language.ts'
import { words as opinion } from '../opinion/language.ts'
import { words as reminders } from '../reminders/language.ts'
import { words as annualReport } from '../annual-report/language.ts'
import { words as evaluation } from '../evaluation/language.ts'
import { words as statistics } from '../statistics/language.ts'
import { words as timeline } from '../timeline/language.ts'
import { words as accountability } from '../accountability/language.ts'
import { words as transfer } from '../transfer/language.ts'
import { words as verification } from '../verification/language.ts'
import { words as workspace } from '../workspace/language.ts'
import { FIRST_WORDS } from './first-words.ts'
import type { PathOf } from './define-language.ts'

export const FEATURE_WORDS = {
  ...FIRST_WORDS,
  about,
  audit,
  backup,
  cases,
  catalogue,
  people,
  signing,
  help,
  assignment,
  checklist,
  deadlines,
  disclosure,
  discretion,
  export: exportWords,
  evaluation,
  followup,
  forms,
  home,
  intake,
  laws,
  ledger,
  materials,
  openCases,
  opinion,
  phrases,
  prereview,
  reminders,
  annualReport,
  statistics,
  timeline,
  crossTable,
  transfer,
  accountability,
  verification,
  workspace,
} as const

type Features = typeof FEATURE_WORDS

/** `feature:path.to.text`, such as `ui:save`. */
export type WordKey = {
  [Name in keyof Features & string]: `${Name}:${PathOf<Features[Name]['zh-CN']>}`
}[keyof Features & string]
