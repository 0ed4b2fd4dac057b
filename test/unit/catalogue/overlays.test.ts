import { describe, expect, it } from 'vitest'
import { applyOverlays } from '../../../src/shared/catalogue/apply-overlays.ts'
import { overlaySchema, type Overlay } from '../../../src/shared/catalogue/overlay.ts'
import type { CatalogueContent } from '../../../src/shared/catalogue/schema.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import { shipped } from './shipped.ts'

const approver = { 'zh-CN': '负责人', en: 'head' }
const law = { law: '行政处罚法', article: 58 }

function overlay(...operations: object[]): Overlay {
  return overlaySchema.parse({
    id: 'somewhere', title: { 'zh-CN': '某市', en: 'A city' }, level: 'city', region: '150100',
    source: '某市文件', version: '1.0.0', validFrom: '2026-01-01', operations,
  })
}
const tighten = (subject: string, id: string, set: object): Overlay =>
  overlay({ operation: 'tighten', subject, id, set, basis: [law], source: '某市文件', verified: true })
const hide = (subject: string, id: string): Overlay =>
  overlay({ operation: 'hide', subject, id, reason: '不适用', source: '某市文件' })

function refused(one: Overlay): object | undefined {
  try {
    applyOverlays(shipped, [one])
    return undefined
  } catch (error) {
    if (FashenError.is(error, 'catalogue-broken')) return error.data
    throw error
  }
}
const question = (catalogue: CatalogueContent, id: string) => catalogue.questions.find((one) => one.id === id)

describe('an overlay', () => {
  it.each<[string, string, object]>([
    ['questions', '7.11', { severity: 'C' }],
    ['questions', '7.2', { severity: 'F' }],
    ['questions', '2.8', { actionKinds: ['penalty', 'licence'] }],
    ['questions', '3.12', { onlyWhen: [] }],
    ['questions', '3.12', { onlyWhen: ['hearingHeld', 'hearingRight', 'complex'] }],
    ['questions', '4.2', { mayNotApply: false }],
    ['majorTriggers', 'samr.fine.entity', { threshold: 50_000 }],
    ['majorTriggers', 'samr.fine.entity', { consequence: 'major' }],
    ['majorTriggers', 'agriculture.fine.entity', { inclusive: true }],
    ['majorTriggers', 'apl58.2', { allOf: ['hearingHeld'] }],
    ['materials', 'recordings', { need: 'required' }],
    ['materials', 'hearing-file', { need: 'required', onlyWhen: [] }],
    ['reviewLimits', 'limit.default', { days: 7 }],
    ['reviewLimits', 'limit.default', { extension: null }],
    ['reviewLimits', 'limit.default', { days: 7, unit: 'calendarDay' }],
  ])('may tighten %s %s by %j', (subject, id, set) => {
    const changed = applyOverlays(shipped, [tighten(subject, id, set)])
    const rows = changed[subject as 'questions'] as readonly { id: string }[]
    expect(rows.find((row) => row.id === id)).toMatchObject({ ...set, source: '某市文件', verified: true })
    expect(changed.changes).toEqual([{ overlay: 'somewhere', operation: 'tighten', subject, id }])
  })

  it.each<[string, string, object, string]>([
    ['questions', '7.2', { severity: 'A' }, 'loosen'],
    ['questions', '1.1', { actionKinds: ['penalty'] }, 'loosen'],
    ['questions', '4.2', { onlyWhen: ['complex'] }, 'loosen'],
    ['questions', '1.1', { mayNotApply: true }, 'loosen'],
    ['questions', '1.1', { text: { 'zh-CN': '改', en: 'changed' } }, 'cannot tighten this field'],
    ['majorTriggers', 'samr.fine.entity', { threshold: 200_000 }, 'loosen'],
    ['majorTriggers', 'samr.fine.entity', { inclusive: false }, 'loosen'],
    ['majorTriggers', 'd118.complex', { allOf: ['complex', 'byLaw'] }, 'loosen'],
    ['majorTriggers', 'd118.complex', { consequence: 'hearingLine' }, 'loosen'],
    ['majorTriggers', 'd118.complex', { threshold: 1 }, 'cannot tighten this field'],
    ['materials', 'evidence', { need: 'optional' }, 'loosen'],
    ['materials', 'hearing-file', { onlyWhen: ['complex'] }, 'loosen'],
    ['reviewLimits', 'limit.agriculture', { days: 10 }, 'loosen'],
    ['reviewLimits', 'limit.agriculture', { days: null }, 'loosen'],
    ['reviewLimits', 'limit.housing-construction', { extension: { days: 1, unit: 'workingDay', approver } }, 'loosen'],
  ])('may not change %s %s by %j', (subject, id, set, problem) => {
    const said = refused(tighten(subject, id, set))
    expect(said).toMatchObject({ file: 'somewhere', row: id, problem: expect.stringContaining(problem) })
  })

  it('keeps the law of the row behind its own', () => {
    const changed = applyOverlays(shipped, [tighten('questions', '7.11', { severity: 'C' })])
    expect(question(changed, '7.11')?.basis).toEqual([law, ...(question(shipped, '7.11')?.basis ?? [])])
  })

  it('leaves the base catalogue as it was', () => {
    const before = JSON.stringify(shipped)
    applyOverlays(shipped, [tighten('questions', '7.11', { severity: 'C' }), hide('questions', '6.10')])
    expect(JSON.stringify(shipped)).toBe(before)
  })

  it('may hide a correctable question, and the reason is kept', () => {
    const changed = applyOverlays(shipped, [hide('questions', '6.10')])
    expect(question(changed, '6.10')).toBeUndefined()
    expect(changed.hidden).toMatchObject([{ id: '6.10', overlay: 'somewhere', reason: '不适用' }])
  })

  it.each([
    ['questions', '1.1'], ['materials', 'evidence'], ['majorTriggers', 'd118.complex'],
    ['reviewLimits', 'limit.default'],
  ])('may not hide %s %s', (subject, id) => {
    expect(refused(hide(subject, id))).toMatchObject({ file: 'somewhere', row: id, field: 'operation' })
  })

  it('cannot hide a question that an earlier overlay made fatal', () => {
    const harder = tighten('questions', '7.2', { severity: 'F' })
    expect(() => applyOverlays(shipped, [harder, hide('questions', '7.2')])).toThrow(/7\.2/)
  })

  it('must give a reason for hiding', () => {
    const bare = { operation: 'hide', subject: 'questions', id: '6.10', reason: '', source: '某市文件' }
    expect(() => overlay(bare)).toThrow()
  })

  it('names the row that does not exist', () => {
    expect(refused(tighten('questions', '1.99', { severity: 'F' }))).toMatchObject({ row: '1.99', field: 'id' })
  })

  it('adds a question under a new id, and not under one that is taken or was hidden', () => {
    const row = { ...question(shipped, '7.2'), id: '7.101' }
    const added = (one: object): Overlay => overlay({ operation: 'add', subject: 'questions', row: one })
    expect(question(applyOverlays(shipped, [added(row)]), '7.101')).toEqual(row)
    expect(refused(added({ ...row, id: '7.2' }))).toMatchObject({ row: '7.2' })
    const again = added({ ...row, id: '6.10', heading: 'authority' })
    expect(() => applyOverlays(shipped, [hide('questions', '6.10'), again])).toThrow(/6\.10/)
  })

  it('names row and field of an added row that has the wrong shape', () => {
    const row = { ...question(shipped, '7.2'), id: '7.101', severity: 'X' }
    const said = refused(overlay({ operation: 'add', subject: 'questions', row }))
    expect(said).toMatchObject({ row: '7.101', field: 'severity' })
  })

  it('cannot add opinion types, rules or wording, on which documents rely', () => {
    const row = { ...shipped.wording[0], id: 'title.other' }
    expect(refused(overlay({ operation: 'add', subject: 'wording', row }))).toMatchObject({ field: 'wording' })
  })
})
