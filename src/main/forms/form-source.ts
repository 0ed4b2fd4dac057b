/** Where a form's content comes from: the records of a case that it can be about, and the facts of each. */
import { chineseDate } from '../../shared/documents/numbering.ts'
import { civilDayOf, civilTimeOf } from '../../shared/deadlines/civil-time.ts'
import type { FormAbout } from '../../shared/forms/contract.ts'
import type { FormFacts, FormListRow } from '../../shared/forms/form-facts.ts'
import type { FormWait } from '../../shared/forms/form-words.ts'
import type { Bilingual, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import type { RoundWithOpinion } from '../followup/standing.ts'

export interface FormDesk {
  readonly context: CallContext
  readonly record: CaseRecord
  /** Rounds with an issued opinion, oldest first. */
  readonly issued: readonly RoundWithOpinion[]
}

export interface FormSubject extends FormAbout {
  /** Facts beside those that every form has. */
  readonly facts: () => Partial<FormFacts>
}

export type FormSource =
  | { readonly wait: FormWait }
  /** The newest first; never empty. */
  | { readonly wait: null; readonly subjects: readonly FormSubject[] }

export const CASE_KEY = 'case'
const THE_CASE: Bilingual = { 'zh-CN': '本案', en: 'The case' }

/** A form about the case as a whole. */
export function aboutCase(facts: FormSubject['facts']): FormSource {
  return { wait: null, subjects: [{ key: CASE_KEY, label: THE_CASE, facts }] }
}

export function aboutRecords(wait: FormWait, subjects: readonly FormSubject[]): FormSource {
  return subjects.length === 0 ? { wait } : { wait: null, subjects }
}

export const roundLabel = (round: number): Bilingual => ({ 'zh-CN': `第${round}轮`, en: `Round ${round}` })

export const dayText = (day: IsoDate | null | undefined): string => (day === null || day === undefined ? '' : chineseDate(day))

export const dayOfMoment = (moment: IsoInstant | null | undefined): string => (moment === null || moment === undefined ? '' : chineseDate(civilDayOf(moment)))

/** `2026年4月9日17时05分`. */
export function momentText(moment: IsoInstant | null | undefined): string {
  if (moment === null || moment === undefined) return ''
  const [hour = '', minute = ''] = civilTimeOf(moment).split(':')
  return `${chineseDate(civilDayOf(moment))}${Number(hour)}时${minute}分`
}

export const yuanText = (amount: number | null): string => (amount === null ? '' : `${amount}元`)

/** Closed with a full stop where nothing closes it: wording runs on behind it. */
export const sentence = (words: string): string => (words === '' || /[。！？；]$/u.test(words) ? words : `${words}。`)

export const numbered = (rows: readonly FormListRow[]): FormListRow[] => rows.map((row, index) => ({ ordinal: String(index + 1), ...row }))
