/** The form of each step that is written down after it happened elsewhere (移送环节登记), and what it hands in. Pure. */
import type { IsoInstant } from '../../shared/values/values.ts'
import type { MethodInput } from '../../shared/contract/contract.ts'
import type { RecordedAction } from '../../shared/transfer/steps.ts'
import type { Translate } from '../language/language.ts'
import { amountOf, isTicked, momentOf, textOf, type FieldSpec, type FormValues } from './form-fields.ts'

export type StepInput = MethodInput<'transfer.addStep'>['step']

type Piece = readonly [name: FieldName, kind: FieldSpec['kind'], required: boolean, longest?: number]
type FieldName =
  | 'policeOrgan' | 'number' | 'copyToProcuratorate' | 'toOrgan' | 'note' | 'receivedBy' | 'asked' | 'supplied' | 'offence' | 'reason' | 'procuratorate' | 'goods' | 'papers'
  | 'court' | 'result' | 'criminalFine' | 'ground' | 'from' | 'returnId' | 'happenedAt'

const NUMBER: Piece = ['number', 'line', true, 100]
const MAYBE_NUMBER: Piece = ['number', 'line', false, 100]
const WHEN: Piece = ['happenedAt', 'moment', true]

const PIECES: Readonly<Record<RecordedAction, readonly Piece[]>> = {
  deliver: [WHEN, ['policeOrgan', 'line', true], MAYBE_NUMBER, ['copyToProcuratorate', 'check', false]],
  recordForwarding: [WHEN, ['toOrgan', 'line', true], MAYBE_NUMBER, ['note', 'text', false, 2000]],
  recordReceipt: [WHEN, ['receivedBy', 'line', true], MAYBE_NUMBER],
  recordSupplementNotice: [WHEN, MAYBE_NUMBER, ['asked', 'text', true]],
  supplyPapers: [WHEN, ['supplied', 'text', true], ['receivedBy', 'line', true]],
  recordFiling: [WHEN, NUMBER, ['offence', 'line', false]],
  recordNonFiling: [WHEN, NUMBER, ['reason', 'text', true]],
  requestReconsideration: [WHEN, MAYBE_NUMBER, ['reason', 'text', true, 20_000]],
  recordUpheld: [WHEN, NUMBER, ['reason', 'text', true]],
  requestSupervision: [WHEN, ['procuratorate', 'line', true], MAYBE_NUMBER, ['reason', 'text', true, 20_000]],
  handOver: [WHEN, ['goods', 'text', false], ['papers', 'text', true], ['receivedBy', 'line', true]],
  recordJudgment: [WHEN, ['court', 'line', true], NUMBER, ['result', 'text', true], ['criminalFine', 'amount', false]],
  resume: [WHEN, ['ground', 'choice', true], ['from', 'line', true], NUMBER, ['returnId', 'choice', false]],
}

export const GROUNDS = ['notFiled', 'policeReturned', 'notProsecuted', 'acquitted', 'exempted'] as const

export function isRecorded(action: string): action is RecordedAction {
  return Object.hasOwn(PIECES, action)
}

/** @param returns entries of the way back about this case, to choose from where it comes back. */
export function stepFields(action: RecordedAction, t: Translate, returns: readonly { readonly id: string; readonly number: string }[]): readonly FieldSpec[] {
  return PIECES[action].flatMap(([name, kind, required, longest]): FieldSpec[] => {
    if (name === 'returnId' && returns.length === 0) return []
    const base = { name, kind, required, label: t(`transfer:field.${name}`), ...(longest === undefined ? {} : { longest }) }
    if (name === 'ground') return [{ ...base, options: GROUNDS.map((value) => ({ value, label: t(`transfer:ground.${value}`) })) }]
    if (name === 'returnId') return [{ ...base, options: returns.map(({ id, number }) => ({ value: id, label: number })) }]
    return [base]
  })
}

/** What is handed in; the form has been checked. */
export function stepInput(action: RecordedAction, values: FormValues, attachments: Extract<StepInput, { action: 'deliver' }>['attachments']): StepInput {
  const happenedAt = momentOf(values, 'happenedAt') ?? ('' as IsoInstant)
  const filled = Object.fromEntries(
    PIECES[action].map(([name, kind]): [string, string | boolean | number | null] => {
      if (kind === 'check') return [name, isTicked(values, name)]
      if (kind === 'amount') return [name, amountOf(values, name)]
      if (name === 'returnId') return [name, textOf(values, name) || null]
      return [name, textOf(values, name)]
    }),
  )
  // which fields belong to which action is data here; a test hands each form to the schema, and so does the core
  const step: unknown = { action, ...filled, happenedAt, ...(action === 'deliver' ? { attachments } : {}) }
  return step as StepInput
}
