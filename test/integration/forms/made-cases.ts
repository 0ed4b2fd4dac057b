/** Cases that have come so far that every form can be made of one of them. */
import { expect } from 'vitest'
import type { FormPreview, GivenFacts, MadeForm } from '../../../src/shared/forms/contract.ts'
import type { FormId } from '../../../src/shared/forms/form-ids.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { assignedQuickly, issuedQuickly, issueRound } from '../../support/followed-case.ts'
import { attach, caseFields, NO, registerCase } from '../../support/test-case.ts'
import type { TestStation } from '../../support/test-station.ts'
import { STEPS, SUSPICION, type Step } from '../transfer/transferring.ts'

const PARTY = { kind: 'entity', name: '清川县碧波印染有限公司', codeKind: 'uscc', code: '91350100M000100Y43', address: '清川县城东路1号', legalRepresentative: '白露' }

export interface MadeCases {
  /** Returned for supplement. */
  readonly returned: CaseId
  /** With a reviewer; its review clock runs. */
  readonly inReview: CaseId
  /** Objected, coordinated and settled by a collective discussion. */
  readonly disputed: CaseId
  /** A crime is being transferred. */
  readonly transferred: CaseId
  /** The police asked for a supplement. */
  readonly supplementAsked: CaseId
  /** The police did not file, and held to it. */
  readonly notFiled: CaseId
  /** The police filed. */
  readonly filed: CaseId
  /** A decision not to prosecute came back with an opinion, and it was decided to punish. */
  readonly cameBack: CaseId
  /** Adopted, decided. */
  readonly decided: CaseId
}

/** On 2026-05-06. */
export async function madeCases(station: TestStation): Promise<MadeCases> {
  const change = { party: PARTY }
  const returned = await registerCase(station, change)
  await station.as('head').call('intake.returnForSupplement', {
    caseId: returned,
    missing: ['行政处罚事先告知书送达回证', '集体讨论记录'],
    reason: '未见送达凭证，不能判断告知是否到达。',
    replyBy: '2026-05-15',
  })
  const inReview = await assignedQuickly(station, change)
  await attach(station, inReview, '案件调查终结报告.txt', '调查报告')
  await attach(station, inReview, '现场检查（勘察）笔录.txt', '笔录')
  const transferred = (more: readonly Step[] = []) => transferredCase(station, change, more)
  const at = '2026-05-06T10:00'
  return {
    returned,
    inReview,
    disputed: await disputedCase(station, change),
    transferred: await transferred(),
    supplementAsked: await transferred([STEPS.receipt(at), { ...STEPS.supplementNotice(at), number: '清公补〔2026〕4号' } as Step]),
    notFiled: await transferred([STEPS.receipt(at), STEPS.nonFiling(at), STEPS.reconsider(at), STEPS.upheld(at)]),
    filed: await transferred([STEPS.receipt(at), STEPS.filing(at)]),
    cameBack: await caseThatCameBack(station, change),
    decided: await decidedCase(station, change),
  }
}

async function problemsOf(station: TestStation, caseId: CaseId) {
  const { rounds } = await station.as('head').call('followup.get', { caseId })
  return rounds.at(-1)?.problems ?? []
}

async function disputedCase(station: TestStation, change: Record<string, unknown>): Promise<CaseId> {
  const found = new Map([['4.1', NO], ['5.1', NO]].map(([id, answer]) => [id as string, answer as typeof NO]))
  const caseId = await issuedQuickly(station, found, change)
  const problems = await problemsOf(station, caseId)
  expect(problems.length).toBeGreaterThan(0)
  const handler = station.as('handler')
  const replies = problems.map(({ number }) => ({ number, answer: 'notAdopted' as const, reason: '监测报告和现场笔录已经证明排放事实。' }))
  await handler.call('followup.object', { caseId, answeredBy: '田禾', answeredOn: '2026-05-06', replies, reason: '审核意见与查明的事实不符，证据已经充分。' })
  await handler.call('followup.coordinate', { caseId, reason: '双方对证据是否充分认识不一致。' })
  await station.as('head').call('followup.recordCoordination', {
    caseId,
    record: {
      heldOn: '2026-05-06',
      place: '局三楼会议室',
      participants: [
        { name: '田禾', post: '执法大队 副大队长', side: 'handling' },
        { name: '顾盼', post: '法制审核股 审核人', side: 'review' },
      ],
      handlingView: '监测报告和现场笔录已经形成证据链。',
      reviewView: '采样记录缺少当事人签字，证据链不完整。',
      outcome: '提请局长办公会集体讨论决定。',
    },
  })
  await station.as('agencyHead').call('followup.settle', {
    caseId,
    settlement: {
      by: 'collective',
      outcome: 'uphold',
      settledOn: '2026-05-06',
      reason: '采样程序瑕疵影响证据效力，应当补正后重新送审。',
      chair: '陆离',
      attendees: [
        { name: '陆离', post: '局长', view: '同意审核意见，先补正再决定。', stance: 'uphold' },
        { name: '高远', post: '副局长', view: '认为现有证据已经足够。', stance: 'closingRound' },
      ],
      absent: [{ name: '江帆', reason: '出差' }],
      recorder: '苏木',
    },
  })
  return caseId
}

async function caseThatCameBack(station: TestStation, change: Record<string, unknown>): Promise<CaseId> {
  const caseId = await assignedQuickly(station, change)
  const fields = {
    caseId, kind: 'opinion', number: '清检行意〔2026〕7号', procuratorate: '清川县人民检察院', issuedOn: '2026-04-20', receivedOn: '2026-04-22', decisionNumber: '清检刑不诉〔2026〕5号',
    decidedOn: '2026-04-15', ground: 'discretionary', party: '清川县碧波印染有限公司', offence: '污染环境罪', asked: '建议对被不起诉单位依法给予行政处罚', answerBy: null,
  } as const
  const { id } = await station.as('handler').call('transfer.registerReturn', { fields })
  const assessment = { actEndedOn: '2026-03-09', discoveredOn: '2026-03-10', limitationId: 'period.limitation.national', basis: '排污许可管理条例第三十三条', competent: true, explanation: '违法事实清楚，可以处罚。' } as const
  await station.as('reviewer').call('transfer.setAssessment', { id, expectedVersion: 1, assessment })
  await station.as('head').call('transfer.decideReturn', { id, expectedVersion: 2, decision: { outcome: 'punish', reason: '被不起诉不影响行政责任。' } })
  return caseId
}

async function transferredCase(station: TestStation, change: Record<string, unknown>, more: readonly Step[]): Promise<CaseId> {
  const caseId = await registerCase(station, change)
  const handler = station.as('handler')
  let version = 0
  const on = () => ({ caseId, expectedVersion: version++ })
  await handler.call('transfer.raise', { ...on(), suspicion: SUSPICION })
  const members = ['officer1', 'officer2'].map((login) => station.ids.get(login) ?? '')
  await handler.call('transfer.setTeam', { ...on(), team: { members, reason: '' } })
  await handler.call('transfer.submitReport', { ...on(), report: { text: '经核实，当事人通过暗管排放含铬废水，总铬超标四倍，建议移送公安机关。', materialId: null } })
  await station.as('agencyHead').call('transfer.decide', { ...on(), decision: { outcome: 'approve', capacity: 'chief', reason: '同意移送' } })
  await handler.call('transfer.addStep', { ...on(), step: STEPS.deliver('2026-05-06T10:00') })
  for (const step of more) await handler.call('transfer.addStep', { ...on(), step })
  return caseId
}

async function decidedCase(station: TestStation, change: Record<string, unknown>): Promise<CaseId> {
  const caseId = await assignedQuickly(station, change)
  await attach(station, caseId, '案件调查终结报告.txt', '调查报告')
  await attach(station, caseId, '现场检查（勘察）笔录.txt', '笔录')
  await issueRound(station, caseId)
  await station.as('handler').call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: '2026-05-06', replies: [] })
  const { party, effects, citations, actionKinds } = caseFields(change)
  await station.as('handler').call('followup.decide', {
    caseId,
    decision: {
      number: '清环罚〔2026〕8号',
      decidedOn: '2026-05-06',
      actionKinds,
      effects: effects.map((effect) => ({ ...effect, party: party.name })),
      citations,
      facts: { changed: false, how: '' },
    },
  })
  return caseId
}

export interface MadeOne {
  readonly preview: FormPreview
  readonly made: MadeForm
}

/** Looks at it as a person does, and makes it with what it lacks confirmed. */
export async function makeForm(station: TestStation, login: string, caseId: CaseId, form: FormId, given: GivenFacts = []): Promise<MadeOne> {
  const client = station.as(login)
  const offer = (await client.call('forms.ofCase', { caseId })).find((one) => one.form === form)
  const [about] = offer?.abouts ?? []
  if (about === undefined) throw new Error(`${form} cannot be made: ${offer?.wait}`)
  const preview = await client.call('forms.preview', { caseId, form, about: about.key, given: [...given] })
  const made = await client.call('forms.make', { caseId, form, about: about.key, given: [...given], lacks: preview.lacks.map(({ id }) => id) })
  return { preview, made }
}
