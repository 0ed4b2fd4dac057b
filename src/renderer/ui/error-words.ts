/**
 * Makes an error's data readable before its message is filled: roles, states, actions, fields and problems by their
 * names, sizes and times in the reader's manner. No code of the program reaches a person.
 */
import { CASE_ACTION_LABELS, CASE_CONDITIONS, CASE_STATE_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { TRANSFER_ACTION_LABELS, TRANSFER_CONDITIONS, TRANSFER_STATE_LABELS } from '../../shared/cases/state-machine-transfer.ts'
import { FashenError, type ErrorJson } from '../../shared/errors/errors.ts'
import { describeError } from '../../shared/errors/messages.ts'
import { FILE_ITEM_LABELS } from '../../shared/followup/file-items.ts'
import { FORM_LABELS, FORM_SIDE_LABELS, FORM_WAIT_LABELS } from '../../shared/forms/form-words.ts'
import type { Bilingual, Language } from '../../shared/values/values.ts'
import { formatMoment, formatSize } from './formats.ts'
import {
  CLOSING_LABELS,
  FIELD_LABELS,
  KEEPING_APART_LABELS,
  PROBLEM_LABELS,
  REASON_LABELS,
  RELATION_LABELS,
  RETURN_LABELS,
  SUBJECT_LABELS,
} from './error-terms.ts'
import { ROLE_LABELS } from './vocabulary-labels.ts'

type Value = string | number | readonly string[]

/** States of the transfer share names with those of the case: in an error they stand with a mark before them. */
function marked(mark: string, labels: Readonly<Record<string, Bilingual>>): Readonly<Record<string, Bilingual>> {
  return Object.fromEntries(Object.entries(labels).map(([name, label]) => [`${mark}/${name}`, label]))
}

const LABELS: Readonly<Record<string, Bilingual>> = {
  ...ROLE_LABELS,
  ...CASE_STATE_LABELS,
  ...CASE_ACTION_LABELS,
  ...CASE_CONDITIONS,
  ...TRANSFER_CONDITIONS,
  ...marked('transfer', TRANSFER_STATE_LABELS),
  ...marked('transfer', TRANSFER_ACTION_LABELS),
  ...marked('return', RETURN_LABELS),
  ...marked('closing', CLOSING_LABELS),
  ...marked('form', FORM_LABELS),
  ...marked('formWait', FORM_WAIT_LABELS),
  ...marked('formSide', FORM_SIDE_LABELS),
  ...REASON_LABELS,
  ...RELATION_LABELS,
  ...KEEPING_APART_LABELS,
  ...FILE_ITEM_LABELS,
}

/** Why somebody cannot review; some of these names stand for a relation that is needed, too. */
const REASONS: Readonly<Record<string, Bilingual>> = { ...LABELS, ...REASON_LABELS }

/** The last name in a path such as `fields.party.name` or `effects.0.amount`, in words; the numbers count from 1. */
export function fieldInWords(path: string, language: Language): string {
  const parts = path.split(/[./]/).filter((part) => part !== '')
  const words = parts.flatMap((part) => {
    if (/^\d+$/.test(part)) return [language === 'zh-CN' ? `第${Number(part) + 1}项` : `no. ${Number(part) + 1}`]
    const label = FIELD_LABELS[part]
    return label === undefined ? [] : [label[language]]
  })
  if (words.length > 0) return words.join(language === 'zh-CN' ? ' · ' : ' · ')
  return language === 'zh-CN' ? '填写的内容' : 'What was entered'
}

export function problemInWords(problem: string, language: Language): string {
  const known = PROBLEM_LABELS[problem] ?? PROBLEM_LABELS[problem.split(/[:\s(]/)[0] ?? '']
  if (known !== undefined) return known[language]
  // A sentence of a parser is no word for a person; a Chinese one was written for people.
  if (/[\u4e00-\u9fff]/.test(problem) && language === 'zh-CN') return problem
  return language === 'zh-CN' ? '格式或内容不符合要求' : 'it is not in the expected form'
}

/** One reason or several, as the core joins them: `recused+inactive`. */
function reasonsInWords(reasons: string, language: Language): string {
  const words = reasons.split('+').map((one) => REASONS[one]?.[language])
  return words.some((one) => one === undefined) ? reasons : words.join(language === 'zh-CN' ? '、' : ', ')
}

/** Who cannot review, with why: `顾盼:recused+inactive`. */
function excludedInWords(excluded: string, language: Language): string {
  const at = excluded.lastIndexOf(':')
  if (at < 0) return excluded
  const reasons = reasonsInWords(excluded.slice(at + 1), language)
  return language === 'zh-CN' ? `${excluded.slice(0, at)}（${reasons}）` : `${excluded.slice(0, at)} (${reasons})`
}

function valueInWords(field: string, value: Value, language: Language): Value {
  if (field === 'excluded' && Array.isArray(value)) return value.map((one: string) => excludedInWords(one, language))
  if (Array.isArray(value)) return value.map((one: string) => LABELS[one]?.[language] ?? one)
  if (typeof value === 'number') return field === 'size' || field === 'limit' ? formatSize(value) : value
  if (typeof value !== 'string') return value
  if (field === 'field') return fieldInWords(value, language)
  if (field === 'reason') return reasonsInWords(value, language)
  if (field === 'problem') return problemInWords(value, language)
  if (field === 'holder') return value.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/u, (moment) => formatMoment(moment, language))
  if (field === 'subject')
    return SUBJECT_LABELS[value]?.[language] ?? SUBJECT_LABELS[value.split('/')[0] ?? '']?.[language] ?? value
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatMoment(value, language)
  return LABELS[value]?.[language] ?? value
}

export interface ErrorInWords {
  readonly what: string
  readonly next: string | undefined
}

function asJson(error: unknown): ErrorJson {
  if (error instanceof FashenError) return error.toJson()
  if (typeof error === 'object' && error !== null && 'code' in error && 'data' in error) return error as ErrorJson
  return { code: 'internal', data: { reference: 'window' } }
}

/** What to say about anything that was thrown: what happened and what was kept, and what to do next. */
export function errorInWords(error: unknown, language: Language): ErrorInWords {
  const json = asJson(error)
  const data = Object.fromEntries(
    Object.entries(json.data).map(([field, value]) => [field, valueInWords(field, value, language)]),
  )
  return describeError({ code: json.code, data }, language)
}
