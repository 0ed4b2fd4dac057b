import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { applyOverlays } from '../../../src/shared/catalogue/apply-overlays.ts'
import { overlaySchema } from '../../../src/shared/catalogue/overlay.ts'
import { ACTION_KINDS, CONDITION_KINDS } from '../../../src/shared/catalogue/vocabulary.ts'
import {
  applicableQuestions,
  compareQuestionIds,
  questionsToAnswer,
  type ApplicabilityInput,
  type FoldReason,
} from '../../../src/shared/checklist/applicable-questions.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { CATALOGUE_FOLDER, MARKET_REGULATION, shipped } from '../catalogue/shipped.ts'

const ON = isoDate('2026-06-01')
const PENALTY: ApplicabilityInput = { actionKinds: ['penalty'], on: ON }

function why(id: string, input: ApplicabilityInput, catalogue = shipped): FoldReason | undefined | 'asked' {
  for (const heading of applicableQuestions(catalogue, input).headings) {
    if (heading.questions.some((question) => question.id === id)) return 'asked'
    const folded = heading.folded.find((one) => one.question.id === id)
    if (folded !== undefined) return folded.because
  }
  return undefined
}

describe('the checklist of a case', () => {
  it('has the eight headings in order and every question once, asked or folded', () => {
    const kinds = fc.subarray([...ACTION_KINDS], { minLength: 1 })
    const facts = fc.dictionary(fc.constantFrom(...CONDITION_KINDS), fc.boolean())
    fc.assert(
      fc.property(kinds, facts, (actionKinds, known) => {
        const { headings } = applicableQuestions(shipped, { actionKinds, on: ON, facts: known })
        expect(headings.map((one) => one.heading.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
        const all = headings.flatMap((one) => [...one.questions, ...one.folded.map((folded) => folded.question)])
        expect(all.map((question) => question.id).sort(compareQuestionIds)).toEqual(
          shipped.questions.map((question) => question.id).sort(compareQuestionIds),
        )
      }),
    )
  })

  it('asks more, never less, when a kind of act is added or a circumstance becomes unknown', () => {
    const kinds = fc.subarray([...ACTION_KINDS], { minLength: 1 })
    const absent = fc.subarray([...CONDITION_KINDS])
    fc.assert(
      fc.property(kinds, fc.constantFrom(...ACTION_KINDS), absent, absent, (actionKinds, more, some, others) => {
        const none = (list: readonly string[]) => Object.fromEntries(list.map((one) => [one, false]))
        const less = questionsToAnswer(
          applicableQuestions(shipped, { actionKinds, on: ON, facts: none([...some, ...others]) }),
        )
        const wider = questionsToAnswer(
          applicableQuestions(shipped, { actionKinds: [...actionKinds, more], on: ON, facts: none(some) }),
        )
        const ids = new Set(wider.map((question) => question.id))
        expect(less.filter((question) => !ids.has(question.id))).toEqual([])
      }),
    )
  })

  it.each(ACTION_KINDS)('of a %s asks something under each of the eight headings', (kind) => {
    for (const { heading, questions } of applicableQuestions(shipped, { actionKinds: [kind], on: ON }).headings) {
      expect(questions.length, heading.id).toBeGreaterThan(0)
    }
  })

  it('puts 3.10 after 3.9', () => {
    const ids = applicableQuestions(shipped, PENALTY).headings[2]?.questions.map((question) => question.id) ?? []
    expect(ids.indexOf('3.10')).toBe(ids.indexOf('3.9') + 1)
  })

  it('folds a licence question in a penalty case and says for which kinds it is', () => {
    expect(why('3.16', PENALTY)).toEqual({ kind: 'other-action-kind', actionKinds: ['licence'] })
  })

  it('folds the hearing question only once it is known that there was none and no right to one', () => {
    expect(why('3.12', PENALTY)).toBe('asked')
    expect(why('3.12', { ...PENALTY, facts: { hearingHeld: true } })).toBe('asked')
    // a hearing that was asked for and refused is a defect too
    expect(why('3.12', { ...PENALTY, facts: { hearingHeld: false } })).toBe('asked')
    expect(why('3.12', { ...PENALTY, facts: { hearingHeld: false, hearingRight: false } })).toEqual({
      kind: 'circumstance-absent', conditions: ['hearingHeld', 'hearingRight'],
    })
  })

  it('keeps a question while one of its circumstances is still possible', () => {
    expect(why('3.10', { ...PENALTY, facts: { hearingHeld: false } })).toBe('asked')
    expect(why('3.10', { ...PENALTY, facts: { hearingHeld: false, defenceMade: false } })).not.toBe('asked')
  })

  it('folds what was not in force on the day, the first day included', () => {
    expect(why('3.1', { ...PENALTY, on: isoDate('2021-07-14') })).toMatchObject({ kind: 'not-in-force' })
    expect(why('3.1', { ...PENALTY, on: isoDate('2021-07-15') })).toBe('asked')
  })

  it('shows a hidden question as folded, with the overlay’s reason', () => {
    const hide = overlaySchema.parse({
      id: 'county', title: { 'zh-CN': '某县', en: 'A county' }, level: 'county', region: '150121', source: '某县文件',
      version: '1.0.0', validFrom: '2026-01-01',
      operations: [{ operation: 'hide', subject: 'questions', id: '5.12', reason: '本县无类案库', source: '某县文件' }],
    })
    expect(why('5.12', PENALTY, { ...applyOverlays(shipped, [hide]), version: shipped.version })).toEqual({
      kind: 'hidden-by-overlay', overlay: 'county', reason: '本县无类案库',
    })
  })

  it('asks in market regulation about collective discussion in every penalty case', () => {
    const facts = { collectiveDiscussion: false }
    expect(why('3.14', { ...PENALTY, facts })).not.toBe('asked')
    expect(why('3.14', { ...PENALTY, facts }, loadCatalogue(CATALOGUE_FOLDER, [MARKET_REGULATION]))).toBe('asked')
  })
})
