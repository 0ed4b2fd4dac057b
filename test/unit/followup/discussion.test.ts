/** The heads' discussion of a decision: when the law asks for it, how a decision stands towards it, and what a record must say. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absenceTrouble, attendanceTrouble } from '../../../src/renderer/followup/attendance.ts'
import { EMPTY_DISCUSSION, recordOfDraft, SOMEONE, USUAL_STANCE, type DiscussionDraft } from '../../../src/renderer/followup/discussion-draft.ts'
import type { CaseFields } from '../../../src/shared/cases/case.ts'
import type { EffectKind } from '../../../src/shared/catalogue/vocabulary.ts'
import { BROKEN_RULE_LABELS, brokenRules } from '../../../src/shared/followup/broken-rules.ts'
import { basisForDecision, discussionBasis, DISCUSSION_OUTCOMES, discussionSchema, discussionStanding, dissentersIn, type DecisionMade, type Discussion, type DiscussionStanding } from '../../../src/shared/followup/discussion.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { CATALOGUE } from '../../support/case-files.ts'
import { caseFields } from '../../support/test-case.ts'

const flags = { publicInterest: false, socialRisk: false, majorRights: true, hearingHeld: false, complex: false, byLaw: false }
const registered = (change: Parameters<typeof caseFields>[0] = {}) => caseFields({ flags, ...change })
const asked = (sector: string | null, on = '2026-05-10') => ({ rules: CATALOGUE.decisionRules, sector, on: isoDate(on) })
const penalty = (...effects: EffectKind[]): DecisionMade => ({ actionKinds: ['penalty'], effects })
const articles = (fields: CaseFields, sector: string | null, decision?: DecisionMade, on?: string) => discussionBasis(fields, asked(sector, on), decision).map(({ law, article }) => `${law}${article}`)
const NEEDED = registered({ conditions: { collectiveDiscussion: true } })

describe('the law asks for it', () => {
  it('where a penalty is registered as one that needs it (行政处罚法 57), and of nothing that nobody said', () => {
    expect(articles(registered({ conditions: { collectiveDiscussion: true } }), 'ecology')).toEqual(['行政处罚法57'])
    expect(articles(registered({ conditions: { collectiveDiscussion: false } }), 'ecology')).toEqual([])
    expect(articles(registered(), 'ecology')).toEqual([])
    expect(articles(registered({ actionKinds: ['licence'], conditions: { collectiveDiscussion: true } }), 'ecology')).toEqual([])
    // what is decided counts, not what was proposed
    expect(articles(NEEDED, 'ecology', { actionKinds: ['compulsoryExecution'], effects: ['demolition'] })).toEqual([])
  })

  it.each(['publicInterest', 'hearingHeld', 'complex', 'byLaw'] as const)('in every market case of art. 50 para 1: %s', (flag) => {
    const one = registered({ flags: { ...flags, [flag]: true } })
    expect(articles(one, 'market-regulation')).toEqual(['行政处罚法57', '市场监督管理行政处罚程序规定60'])
    expect(articles(one, 'ecology')).toEqual([])
  })

  it('not in a market case for major rights alone: without a hearing art. 50 para 1 does not name it', () => {
    expect(articles(registered(), 'market-regulation')).toEqual([])
  })

  it.each([
    ['housing-construction', '住房和城乡建设行政处罚程序规定26'], ['healthcare-security', '医疗保障行政处罚程序暂行规定44'], ['commerce', '商务部行政处罚实施办法12'],
    ['customs', '海关办理行政处罚案件程序规定72'], ['broadcasting', '广播电视行政处罚程序规定36'], ['transport', '交通运输行政执法程序规定76'], ['agriculture', '农业行政处罚程序规定55'],
  ] as const)('in %s also by its own rule, where it is registered as one that needs it', (sector, own) => {
    expect(articles(NEEDED, sector)).toEqual(['行政处罚法57', own])
    expect(articles(registered(), sector, penalty('fine'))).toEqual([])
  })

  it.each(['hearingHeld', 'complex'] as const)('in agriculture after a hearing and of a complex case: %s', (flag) => {
    expect(articles(registered({ flags: { ...flags, [flag]: true } }), 'agriculture')).toEqual(['农业行政处罚程序规定55'])
  })

  it('in transport by what is decided, whatever was proposed', () => {
    for (const effect of ['qualificationDowngrade', 'revocation', 'suspension', 'closure', 'professionBan'] as const) {
      expect(articles(registered(), 'transport', penalty('fine', effect))).toEqual(['交通运输行政执法程序规定76'])
    }
    // before there is a decision, the proposal
    const closure = registered({ effects: registered().effects.map((effect) => ({ ...effect, kind: 'closure' as const })) })
    expect(articles(closure, 'transport')).toEqual(['交通运输行政执法程序规定76'])
    expect(articles(closure, 'transport', penalty('fine'))).toEqual([])
  })

  it('by what was in force on the day of the decision, and by nothing that was not verified', () => {
    expect(articles(NEEDED, 'agriculture', undefined, '2022-01-31')).toEqual(['行政处罚法57'])
    expect(articles(NEEDED, 'agriculture', undefined, '2021-07-14')).toEqual([])
    const unverified = CATALOGUE.decisionRules.map((rule) => ({ ...rule, verified: false }))
    expect(discussionBasis(NEEDED, { ...asked('agriculture'), rules: unverified })).toEqual([])
  })

  it('no penalty is decided together by this rule where nothing is imposed', () => {
    expect(basisForDecision(NEEDED, asked(null), penalty())).toEqual([])
    expect(basisForDecision(NEEDED, asked(null), penalty('warning'))).toHaveLength(1)
    expect(basisForDecision(NEEDED, asked(null), null)).toHaveLength(1)
  })
})

describe('a decision', () => {
  const on = isoDate
  it.each([
    [[], [], 'missing'],
    [[['2026-05-08', 'agree']], [], 'held'],
    [[['2026-05-08', 'change']], [], 'held'],
    [[['2026-05-08', 'noPenalty']], [], 'against'],
    [[['2026-05-08', 'investigate'], ['2026-05-09', 'agree']], [], 'held'],
    [[['2026-05-09', 'investigate'], ['2026-05-08', 'agree']], [], 'against'],
    [[['2026-05-11', 'agree']], [], 'missing'],
    [[['2026-05-10', 'agree']], [], 'held'],
    [[], [null], 'held'],
    [[], ['2026-05-09'], 'held'],
    [[], ['2026-05-11'], 'missing'],
    [[['2026-05-08', 'noPenalty']], [null], 'against'],
  ] as const)('of 10 May, with discussions %j and minutes of %j, stands as %s', (discussions, minutes, expected) => {
    const known = { discussions: discussions.map(([day, outcome]) => ({ discussedOn: on(day), outcome })), minutes: minutes.map((day) => ({ discussedOn: day === null ? null : on(day) })) }
    expect(discussionStanding(known, on('2026-05-10'))).toBe(expected)
  })

  it('breaks the rule exactly where it was needed and was not held, and names the law', () => {
    for (const standing of ['held', 'missing', 'against'] as const satisfies readonly DiscussionStanding[]) {
      for (const needed of [true, false]) {
        const basis = needed ? discussionBasis(NEEDED, asked(null)) : []
        const broken = brokenRules({
          standing: { is: 'passed', round: 1, on: on('2026-05-06') }, decidedOn: on('2026-05-10'), differs: [], transferSettled: true, actionKinds: ['penalty'], rules: CATALOGUE.decisionRules, sector: null,
          discussion: { basis, standing },
        })
        const rule = standing === 'missing' ? 'notDiscussed' : 'againstDiscussion'
        expect(broken).toEqual(needed && standing !== 'held' ? [{ id: rule, basis: [{ law: '行政处罚法', article: 57, paragraph: 2 }] }] : [])
        expect(BROKEN_RULE_LABELS[rule]['zh-CN']).toContain('集体讨论')
      }
    }
  })
})

const WHOLE: DiscussionDraft = {
  ...EMPTY_DISCUSSION,
  discussedOn: '2026-05-08',
  chair: '陆离',
  recorder: '田禾',
  attendees: [
    { name: '陆离', post: '局长', view: '同意处罚。', stance: 'agree' },
    { name: '韩正', post: '副局长', view: '建议不予处罚。', stance: 'noPenalty' },
  ],
  absent: [{ name: '苏木', reason: '出差' }],
  reason: '事实清楚，裁量适当。',
}

describe('a record', () => {
  it('says who was there and who was not, each view, and who saw it otherwise', () => {
    const record = discussionSchema.parse(recordOfDraft(WHOLE))
    expect(record.attendees.map(({ name }) => name)).toEqual(['陆离', '韩正'])
    expect(dissentersIn(record).map(({ name }) => name)).toEqual(['韩正'])
  })

  it.each([
    ['few', { attendees: WHOLE.attendees.slice(0, 1) }],
    ['few', { attendees: WHOLE.attendees.map((one) => ({ ...one, view: '' })) }],
    ['twice', { attendees: [...WHOLE.attendees, ...WHOLE.attendees.slice(0, 1)] }],
    ['both', { absent: [{ name: '韩正', reason: '出差' }] }],
    ['unnamed', { attendees: [...WHOLE.attendees, { name: ' ', post: '', view: '不同意处罚。', stance: 'noPenalty' }] }],
    ['unnamed', { attendees: [...WHOLE.attendees, { name: '', post: '副局长', view: '', stance: 'agree' }] }],
    ['unnamed', { attendees: [...WHOLE.attendees, { ...SOMEONE, stance: 'noPenalty' }] }],
    ['chair', { chair: '苏木' }],
  ] as const)('is not one with %s', (trouble, change) => {
    const draft = { ...WHOLE, ...change }
    expect(attendanceTrouble(draft, USUAL_STANCE)).toBe(trouble)
    expect(recordOfDraft(draft)).toBeNull()
  })

  it('leaves out rows in which nothing stands, and no other', () => {
    const record = recordOfDraft({ ...WHOLE, attendees: [SOMEONE, ...WHOLE.attendees, SOMEONE], absent: [...WHOLE.absent, { name: ' ', reason: '' }] })
    expect(record?.attendees.map(({ name }) => name)).toEqual(['陆离', '韩正'])
    expect(record?.absent).toEqual(WHOLE.absent)
  })

  it.each([
    ['unnamed', [{ name: '', reason: '出差' }]],
    ['unexplained', [{ name: '苏木', reason: ' ' }]],
  ] as const)('is not one with somebody absent who is %s', (trouble, absent) => {
    expect(absenceTrouble({ absent })).toBe(trouble)
    expect(recordOfDraft({ ...WHOLE, absent })).toBeNull()
  })

  it.each([
    { discussedOn: null }, { recorder: '' }, { reason: '' }, { outcome: 'change' as const }, { absent: [{ name: '苏木', reason: ' ' }] },
  ])('lacks something with %j', (change) => {
    expect(recordOfDraft({ ...WHOLE, ...change })).toBeNull()
  })

  it('the window never sends what the core refuses, whatever is typed', () => {
    const text = fc.constantFrom('', ' ', '陆离', '韩正', '苏木', '同意。')
    const outcome = fc.constantFrom(...DISCUSSION_OUTCOMES)
    const row = fc.record({ name: text, post: text, view: text, stance: outcome })
    const draft: fc.Arbitrary<DiscussionDraft> = fc.record({
      discussedOn: fc.constantFrom(null, '2026-05-08'), place: text, chair: text, recorder: text, attendees: fc.array(row, { maxLength: 4 }),
      absent: fc.array(fc.record({ name: text, reason: text }), { maxLength: 2 }), outcome, changedTo: text, reason: text,
    })
    let whole = 0
    fc.assert(
      fc.property(draft, (typed) => {
        const record = recordOfDraft(typed)
        if (record === null) return
        whole += 1
        // whatever was said is in the record
        for (const { view } of typed.attendees) if (view.trim() !== '') expect(record.attendees.map((one) => one.view)).toContain(view)
        expect(discussionSchema.safeParse(record).success).toBe(true)
      }),
      { numRuns: 20_000, seed: 7 },
    )
    expect(whole).toBeGreaterThan(20)
  })

  it('the core refuses what the window would never send', () => {
    const record = recordOfDraft(WHOLE) as Discussion
    const problems = (change: Partial<Discussion>) => discussionSchema.safeParse({ ...record, ...change }).error?.issues.map(({ message }) => message)
    expect(problems({ chair: '苏木' })).toEqual(['chair-absent'])
    expect(problems({ absent: [{ name: '陆离', reason: '出差' }] })).toEqual(['attends-and-absent'])
    expect(problems({ attendees: [...record.attendees, ...record.attendees] })).toEqual(['attends-twice'])
    expect(problems({ outcome: 'change' })).toEqual(['say-how'])
    expect(problems({ changedTo: '罚款十万元' })).toEqual(['say-how'])
  })
})
