import { describe, expect, it } from 'vitest'
import { caseFactsSchema, type CaseFacts } from '../../../src/shared/catalogue/case-facts.ts'
import { materialOfKind, materialsFromKinds } from '../../../src/shared/intake/missing-from-kinds.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { shipped } from '../catalogue/shipped.ts'

const ON = isoDate('2026-06-01')
const facts = (given: Record<string, unknown> = {}): CaseFacts =>
  caseFactsSchema.parse({
    actionKinds: ['penalty'],
    partyKind: 'entity',
    effects: [],
    flags: {},
    conditions: {},
    ...given,
  })

const COMPLETE = [
  'submission-form',
  'decision',
  'explanation',
  'investigation-report',
  'inquiry-record',
  'legal-basis-extract',
  'identity-papers',
  'officer-certificates',
  'filing-form',
  'discretion-sheet',
]
const required = (kinds: readonly string[], given = {}): string[] =>
  materialsFromKinds(shipped, facts(given), kinds, ON).required.map(({ id }) => id)
const partly = (kinds: readonly string[], given = {}): [string, string[]][] =>
  materialsFromKinds(shipped, facts(given), kinds, ON).partly.map(({ material, lacking }) => [
    material.id,
    lacking.map(({ id }) => id),
  ])

describe('the materials of a penalty case', () => {
  it('are complete with a document for each', () => {
    expect(required(COMPLETE)).toEqual([])
  })

  it('lack what no document makes', () => {
    expect(required(COMPLETE.filter((kind) => kind !== 'decision'))).toEqual(['draft-decision'])
    expect(required(COMPLETE.filter((kind) => kind !== 'legal-basis-extract'))).toEqual(['legal-basis'])
  })

  it('have a draft decision in a decision not to penalise too', () => {
    expect(required([...COMPLETE.filter((kind) => kind !== 'decision'), 'no-penalty-decision'])).toEqual([])
  })

  it('have no prior notice in its receipt of service alone', () => {
    const { conditional } = materialsFromKinds(
      shipped,
      facts({ conditions: { hearingRight: true } }),
      [...COMPLETE, 'service-receipt'],
      ON,
    )
    expect(conditional.map(({ material }) => material.id)).toEqual(['prior-notice'])
  })

  it('say what is there, and made by which documents', () => {
    const { present } = materialsFromKinds(shipped, facts(), ['inquiry-record', 'photo-evidence', 'decision'], ON)
    expect(present.map(({ material, kinds }) => [material.id, kinds])).toEqual([
      ['draft-decision', ['decision']],
      ['evidence', ['inquiry-record', 'photo-evidence']],
    ])
  })

  it('are there in part: a defence without its re-check, a notice without its receipt', () => {
    const told = { conditions: { defenceMade: true, hearingRight: true } }
    expect(partly([...COMPLETE, 'defence', 'prior-notice'], told)).toEqual([
      ['prior-notice', ['service-receipt']],
      ['defence-and-recheck', ['recheck-opinion']],
    ])
    expect(partly([...COMPLETE, 'defence', 'recheck-opinion', 'prior-notice', 'service-receipt'], told)).toEqual([])
  })

  it('ask after the parts of a measure only where one is known to be taken', () => {
    const kinds = [...COMPLETE, 'measure-decision']
    expect(partly(kinds)).toEqual([])
    expect(partly(kinds, { conditions: { measureTaken: true } })).toEqual([
      ['measure-papers-in-penalty', ['measure-approval', 'measure-record', 'goods-list']],
    ])
  })
})

describe('a document', () => {
  it.each([
    ['decision', 'penalty', 'draft-decision'],
    ['decision', 'compulsoryExecution', 'original-decision'],
    ['measure-decision', 'penalty', 'measure-papers-in-penalty'],
    ['measure-decision', 'compulsoryMeasure', 'measure-papers'],
    ['investigation-report', 'licence', 'examination-report'],
    ['hearing-notice', 'penalty', 'hearing-file'],
    ['service-receipt', 'penalty', 'prior-notice'],
    ['period-extension', 'penalty', null],
    ['unknown', 'penalty', null],
  ] as const)('of the kind %s is put in a case of %s to %s', (kind, act, material) => {
    expect(materialOfKind(shipped, kind, [act])).toBe(material)
  })
})
