/** The forms of a transfer: what is typed, what is wrong with it, and what is handed in. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../../src/renderer/transfer/language.ts'
import { chinaInstant, chinaMoment, parseTime } from '../../../src/renderer/transfer/china-time.ts'
import { clueFields } from '../../../src/renderer/transfer/clue-fields.ts'
import { chosenOf, emptyValues, optionsOf, problemsOf, type FieldSpec, type FormValues } from '../../../src/renderer/transfer/form-fields.ts'
import { limbWords } from '../../../src/renderer/transfer/limb-words.ts'
import { isRecorded, stepFields, stepInput } from '../../../src/renderer/transfer/step-forms.ts'
import { TRANSFER_ACT_WORDS } from '../../../src/renderer/transfer/act-words.ts'
import { basesOf, circumstancesOf, factsOf, figureFields, rangesOf, type ThresholdForm } from '../../../src/renderer/transfer/threshold-form.ts'
import { ATTACHMENT_KINDS, missingAttachments, type Attachment } from '../../../src/shared/transfer/attachments.ts'
import { compareWithLine } from '../../../src/shared/transfer/threshold.ts'
import { recordedStepSchema, type RecordedAction } from '../../../src/shared/transfer/steps.ts'
import { TRANSFER_ACTIONS, TRANSFER_TRANSITIONS } from '../../../src/shared/cases/state-machine-transfer.ts'
import { isoInstantSchema, type IsoInstant } from '../../../src/shared/values/values.ts'
import { CATALOGUE } from '../../support/case-files.ts'

const said = (key: string): string => key
const NOW = { day: '2026-04-07', time: '16:40' }
const RECORDED = TRANSFER_ACTIONS.filter((action): action is RecordedAction => isRecorded(action))
const ATTACHED: readonly Attachment[] = ATTACHMENT_KINDS.map((kind) => ({ kind, attached: true, materialIds: [], note: '' }))

function filled(fields: readonly FieldSpec[]): FormValues {
  const empty = emptyValues(fields, NOW)
  return {
    ...empty,
    ...Object.fromEntries(fields.flatMap(({ name, kind, options }) => (kind === 'line' || kind === 'text' ? [[name, '照文书填写']] : kind === 'choice' ? [[name, options?.[0]?.value ?? '']] : kind === 'amount' ? [[name, '5万']] : []))),
  }
}

describe('the form of each step', () => {
  it('is there for every step that is written down afterwards, and hands in what the core takes', () => {
    expect(RECORDED).toHaveLength(recordedStepSchema.options.length)
    for (const action of RECORDED) {
      const fields = stepFields(action, said, [{ id: '0190a000-0000-4000-8000-000000000001', number: '清检行意〔2026〕1号' }])
      const values = filled(fields)
      expect(problemsOf(fields, values), action).toEqual({})
      expect(recordedStepSchema.safeParse(stepInput(action, values, [...ATTACHED])).error, action).toBeUndefined()
    }
  })

  it('says what is missing where nothing is filled in, at every field that the core asks', () => {
    for (const action of RECORDED) {
      const fields = stepFields(action, said, [])
      const values = emptyValues(fields, NOW)
      const missing = Object.keys(problemsOf(fields, values))
      const refused = recordedStepSchema.safeParse(stepInput(action, values, [...ATTACHED])).error?.issues.map(({ path }) => String(path[0])) ?? []
      expect(missing.toSorted(), action).toEqual([...new Set(refused)].toSorted())
    }
  })

  it('takes a day and a time in China as one moment', () => {
    const values = { ...filled(stepFields('recordReceipt', said, [])), happenedAt: '2026年4月8日', happenedAtTime: '0:05' }
    expect(stepInput('recordReceipt', values, []).happenedAt).toBe('2026-04-07T16:05:00.000Z')
    expect(problemsOf(stepFields('recordReceipt', said, []), { ...values, happenedAtTime: '25:00' })).toEqual({ happenedAt: 'notATime' })
    expect(problemsOf(stepFields('recordReceipt', said, []), { ...values, happenedAt: '2026-02-30' })).toEqual({ happenedAt: 'notADay' })
  })

  it('has every paper either attached or explained; letter and report cannot be explained away', () => {
    const without = (kind: Attachment['kind'], note: string) => missingAttachments(ATTACHED.map((one) => (one.kind === kind ? { ...one, attached: false, note } : one)))
    expect([without('goodsList', ''), without('goodsList', '本案无涉案物品'), without('letter', '以后补')]).toEqual([['goodsList'], [], ['letter']])
  })
})

describe('a moment in China', () => {
  it.each([
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['９：０５', '09:05'],
    ['9时5分', '09:05'],
    ['12:345', undefined],
    ['16时05分', '16:05'],
    ['16点', '16:00'],
    ['24:00', undefined],
    ['12:60', undefined],
    ['', undefined],
  ])('%s is %s', (typed, time) => expect(parseTime(typed)).toBe(time))

  it('is the same when it is written out and read again, whatever zone the computer stands in', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }), (date) => {
        const moment = isoInstantSchema.parse(new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString())
        const [day = '', time = ''] = chinaMoment(moment).split(' ')
        expect(chinaInstant(day, time)).toBe(moment)
      }),
    )
    expect(chinaMoment('2026-12-31T16:00:00.000Z' as IsoInstant)).toBe('2027-01-01 00:00')
  })
})

const EMPTY: ThresholdForm = { lineId: null, person: 'entity', actOn: '2026-03-09', figures: {}, circumstances: [], acts: [], bases: {}, local: {}, earlier: [], penalties: [] }
const lineOf = (id: string) => {
  const line = CATALOGUE.crimeLines.find((one) => one.id === id)
  if (line === undefined) throw new Error(`no line ${id}`)
  return line
}

describe('the threshold helper', () => {
  it('asks for whatever lets a limb of the line be compared, and nothing of another circumstance', () => {
    for (const line of CATALOGUE.crimeLines) {
      for (const person of ['citizen', 'entity'] as const) {
        const form = { ...EMPTY, person, circumstances: circumstancesOf(line).map((one) => one['zh-CN']) }
        const typed = Object.fromEntries(figureFields(line, form).map(({ key }) => [key, '99999999']))
        const facts = factsOf({
          ...form,
          figures: typed,
          bases: Object.fromEntries(basesOf(line).map((base) => [base['zh-CN'], '1'])),
          penalties: ['2025-12-01', '2026-01-01'],
          acts: line.limbs.flatMap((limb, index) => (limb.kind === 'act' ? [index] : [])),
        })
        if (facts === null) throw new Error('no facts')
        const { limbs } = compareWithLine(line, facts)
        const silent = limbs.filter(({ index, verdict }) => {
          const limb = line.limbs[index]
          const others = (limb?.kind === 'amount' || limb?.kind === 'quantity') && (limb.person ?? 'anybody') !== 'anybody' && limb.person !== person
          return verdict !== 'reached' && !others
        })
        expect(silent.map(({ index }) => `${line.id} ${index}`)).toEqual([])
      }
    }
    expect(figureFields(lineOf('fishing'), EMPTY).map(({ key }) => key)).toEqual(['quantity/渔获物/公斤', 'amount/property'])
  })

  it('reads amounts as officers type them, and leaves out what is no number', () => {
    const facts = factsOf({ ...EMPTY, figures: { 'amount/sales': '3.2万', 'amount/gain': '约五万', 'quantity/卷烟/支': '20,000' }, earlier: [{ on: '2025.5.5', punished: false, figures: { 'amount/sales': '1万元' } }, { on: '', punished: false, figures: {} }], penalties: ['', '2025-01-02'] })
    expect(facts).toMatchObject({ amounts: { sales: 32_000 }, quantities: { '卷烟/支': 20_000 }, earlier: [{ on: '2025-05-05', amounts: { sales: 10_000 } }], penalties: ['2025-01-02'] })
    expect(facts?.amounts).not.toHaveProperty('gain')
    expect(factsOf({ ...EMPTY, actOn: '三月' })).toBeNull()
  })

  it('asks the figure of the province only where there is a range that provinces fix', () => {
    expect(rangesOf(lineOf('mining'), EMPTY)).toEqual([{ index: 0, of: 'property', from: 100_000, to: 300_000 }])
    expect(rangesOf(lineOf('embezzlement'), EMPTY)).toEqual([])
  })

  it('says in words what every limb asks', () => {
    const speech = { t: (key: string, values?: object) => `${key}${JSON.stringify(values ?? {})}`, pick: (text: { readonly 'zh-CN': string }) => text['zh-CN'] }
    for (const line of CATALOGUE.crimeLines) for (const limb of line.limbs) expect(limbWords(limb, speech as never)).not.toContain('undefined')
  })
})

describe('words', () => {
  it('are there for every act that a transfer leaves in the chain', () => {
    for (const { audit } of TRANSFER_TRANSITIONS) expect(TRANSFER_ACT_WORDS[audit], audit).toBeDefined()
  })

  it('name every field that a record can show', () => {
    const shown = new Set(RECORDED.flatMap((action) => stepFields(action, said, [{ id: 'x', number: 'x' }]).map(({ name }) => name)))
    for (const name of [...shown, 'facts', 'basis', 'newFacts', 'members', 'text', 'capacity', 'attachments', 'reckoning', 'source', 'questionId']) expect(words['zh-CN'].field, name).toHaveProperty(name)
  })
})

describe('the form of a clue', () => {
  const fields = clueFields(said)
  const sentTo = fields.find(({ name }) => name === 'sentTo') as FieldSpec
  const offered = (values: FormValues) => optionsOf(sentTo, values).map(({ value }) => value)

  it('offers only the supervisory commission for wrongs in transferring cases, and lets go of what was chosen before', () => {
    const duty = { ...filled(fields), ground: 'dutyOffence', sentTo: 'procuratorate', sentOn: '' }
    expect([offered(duty), chosenOf(sentTo, duty), problemsOf(fields, duty)]).toEqual([['supervisoryCommission', 'procuratorate'], 'procuratorate', {}])
    const misconduct = { ...duty, ground: 'transferMisconduct' }
    expect([offered(misconduct), chosenOf(sentTo, misconduct), problemsOf(fields, misconduct)]).toEqual([['supervisoryCommission'], '', { sentTo: 'required' }])
  })
})
