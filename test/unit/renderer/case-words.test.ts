import { describe, expect, it } from 'vitest'
import { linesOf, missingNames } from '../../../src/renderer/intake/missing-names.ts'
import { paragraphKey, remarksOf, WHOLE } from '../../../src/renderer/opinion/remarks-form.ts'
import { withReadyWording } from '../../../src/renderer/checklist/ready-wording.ts'
import { EMPTY_FIELDS, withPin } from '../../../src/renderer/checklist/answer-draft.ts'
import { actWords, entryDetail } from '../../../src/renderer/workspace/history-words.ts'
import { citedPlace } from '../../../src/renderer/workspace/registered-data.tsx'
import { reviewClock } from '../../../src/renderer/workspace/review-clock.ts'
import { joinedSaving } from '../../../src/renderer/workspace/saving.ts'
import { CASE_TRANSITIONS } from '../../../src/shared/cases/state-machine-transitions.ts'
import { isoDate, materialIdSchema } from '../../../src/shared/values/values.ts'

describe('history in words', () => {
  it('has words for every act of the state machine', () => {
    for (const { audit } of CASE_TRANSITIONS) expect(actWords(audit)['zh-CN'], audit).not.toBe('其他操作')
  })

  it('names files, and counts them where there are many', () => {
    const files = ['甲.pdf', '乙.pdf', '丙.pdf', '丁.pdf'].map((name) => ({ name, sha256: 'x' }))
    expect(entryDetail({ act: 'material.attach', content: JSON.stringify(files) }, 'zh-CN')).toBe('甲.pdf、乙.pdf、丙.pdf 等 4 件')
    expect(entryDetail({ act: 'material.attach', content: JSON.stringify(files.slice(0, 1)) }, 'en')).toBe('甲.pdf')
  })

  it('tells the reason and never an id', () => {
    const content = JSON.stringify({ personId: '01a2007e-7dc7-7448-9271-fdd41bbac18d', reason: '与当事人有亲属关系' })
    expect(entryDetail({ act: 'case.recuse', content }, 'zh-CN')).toBe('与当事人有亲属关系')
    expect(entryDetail({ act: 'case.accept', content: JSON.stringify({ missing: ['m-12'] }) }, 'zh-CN')).toBe('')
  })

  it('says nothing about content that it cannot read', () => {
    expect(entryDetail({ act: 'case.accept', content: '{' }, 'en')).toBe('')
    expect(entryDetail({ act: 'case.accept', content: 'null' }, 'en')).toBe('')
  })
})

describe('the review clock', () => {
  const catalogue = { holidays: [], statutoryHolidays: [] }
  it('counts working days, not the weekend', () => {
    const clock = reviewClock(catalogue, isoDate('2026-05-19'), isoDate('2026-05-14'), false)
    expect(clock.workingDays).toBe(3)
    expect(clock.provisional).toBe(true)
  })

  it('is late from the day after, also when that is a Saturday', () => {
    expect(reviewClock(catalogue, isoDate('2026-05-15'), isoDate('2026-05-15'), false).workingDays).toBe(0)
    expect(reviewClock(catalogue, isoDate('2026-05-15'), isoDate('2026-05-16'), false).workingDays).toBe(-1)
    expect(reviewClock(catalogue, isoDate('2026-05-15'), isoDate('2026-05-19'), false).workingDays).toBe(-2)
  })
})

describe('forms', () => {
  it('write missing materials into a notice by their Chinese names, each once', () => {
    const needs = [{ kind: 'm-1', label: { 'zh-CN': '送审表', en: 'Submission form' } }] as never
    expect(missingNames({ missing: ['m-1'], needs })).toEqual(['送审表'])
    expect(linesOf(' 送审表 \n\n送审表\n立案审批表')).toEqual(['送审表', '立案审批表'])
  })

  it('send back the remarks that were written, the one about the whole first', () => {
    const form = { facts: ' 补充时间 ', law: ' ', [paragraphKey('law', '第一段。')]: '引用有误', [WHOLE]: '请再核对' }
    expect(remarksOf(form)).toEqual([
      { sectionId: null, paragraph: null, text: '请再核对' },
      { sectionId: 'facts', paragraph: null, text: '补充时间' },
      { sectionId: 'law', paragraph: '第一段。', text: '引用有误' },
    ])
  })

  it('offer ready words only where nothing is written', () => {
    const question = { finding: { 'zh-CN': '缺陷', en: 'x' }, suggestion: { 'zh-CN': '建议', en: 'y' } }
    expect(withReadyWording({ ...EMPTY_FIELDS, finding: '自己写的' }, question)).toMatchObject({ finding: '自己写的', suggestion: '建议' })
    const full = { ...EMPTY_FIELDS, finding: '甲', suggestion: '乙' }
    expect(withReadyWording(full, question)).toBe(full)
  })

  it('pin the same place once', () => {
    const pin = { materialId: materialIdSchema.parse('01a2007e-7dc7-7448-9271-fdd41bbac18d'), page: 2, passage: null }
    const once = withPin(EMPTY_FIELDS, pin)
    expect(withPin(once, { ...pin })).toBe(once)
    expect(withPin(once, { ...pin, page: 3 }).evidence).toHaveLength(2)
  })

  it('write a cited place with what is given of it', () => {
    const cited = { law: '排污许可管理条例', article: '33', paragraph: '', item: '1', role: 'basis' } as const
    expect(citedPlace(cited, true)).toBe('《排污许可管理条例》第33条第1项')
  })
})

describe('the saved mark', () => {
  it('is saved only when every part is', () => {
    const saved = { state: 'saved', savedAt: '2026-05-14T02:42:00.000Z' } as const
    expect(joinedSaving([saved, { state: 'pending', savedAt: null }])).toEqual({ state: 'pending', savedAt: saved.savedAt })
    expect(joinedSaving([saved, { state: 'stuck', savedAt: null }]).state).toBe('stuck')
    expect(joinedSaving([{ ...saved, savedAt: null }, saved])).toEqual(saved)
  })
})
