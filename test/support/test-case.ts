/** A small case, and the steps of its way down the line, each as a person at a shell would do it. */
import type { CaseFields } from '../../src/shared/cases/case.ts'
import { caseFieldsSchema } from '../../src/shared/cases/case.ts'
import type { AnswerFields } from '../../src/shared/checklist/contract.ts'
import type { Opinion } from '../../src/shared/opinion/contract.ts'
import type { CaseId, PersonId } from '../../src/shared/values/values.ts'
import type { TestClient, TestStation } from './test-station.ts'

export const SIGNING_PASSWORD = 'qianming-2026'

export function caseFields(change: Partial<Record<keyof CaseFields, unknown>> = {}): CaseFields {
  return caseFieldsSchema.parse({
    title: '清川县碧波印染有限公司未取得排污许可证排放污染物案',
    cause: '未取得排污许可证排放污染物',
    submittingUnit: '清川县生态环境保护综合行政执法大队',
    fileNumber: '清环立〔2026〕3号',
    actionKinds: ['penalty'],
    party: { kind: 'entity', name: '清川县碧波印染有限公司', codeKind: 'none', code: '', address: '清川县城东路1号', legalRepresentative: '白露' },
    facts: '当事人未取得排污许可证，于二〇二六年三月向清川河排放印染废水。',
    actFrom: '2026-03-01',
    actTo: '2026-03-09',
    filedOn: '2026-03-10',
    receivedOn: '2026-04-07',
    effects: [{ kind: 'fine', amount: 200_000, detail: '' }],
    citations: [{ law: '排污许可管理条例', article: '第三十三条', paragraph: '', item: '第一项', role: 'basis' }],
    handlers: [{ personId: null, name: '田禾', certificateNumber: '4300001' }],
    flags: { publicInterest: false, socialRisk: false, majorRights: true, hearingHeld: false, complex: false, byLaw: false },
    conditions: {},
    ...change,
  })
}

/** Registers a case that `handler` of the cast handles. */
export async function registerCase(station: TestStation, change: Partial<Record<keyof CaseFields, unknown>> = {}): Promise<CaseId> {
  const personId = station.ids.get('handler') ?? null
  const fields = caseFields({ handlers: [{ personId, name: '田禾', certificateNumber: '4300001' }], ...change })
  return (await station.as('handler').call('cases.register', { fields })).caseId
}

export async function attach(station: TestStation, caseId: string, name: string, content: string | Uint8Array, login = 'handler') {
  const client = station.as(login)
  const staged = await client.stage(name, content)
  const [material] = await client.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name, kind: 'other' }] })
  if (material === undefined) throw new Error('attached, but not there')
  return material
}

export async function accept(station: TestStation, caseId: string): Promise<void> {
  await station.as('head').call('intake.accept', { caseId, incompleteReason: '其余材料不影响审核，已经说明。' })
}

/** Chooses `reviewer` of the cast, so that the tests know who reviews. */
export async function assign(station: TestStation, caseId: string, login = 'reviewer'): Promise<void> {
  const personId = station.ids.get(login) as PersonId
  await station.as('head').call('assignment.choose', { caseId, personId, reason: '测试：指定审核人。' })
}

export const YES: AnswerFields = { answer: 'yes', finding: '', suggestion: '', note: '', evidence: [] }
export const NO: AnswerFields = { ...YES, answer: 'no', finding: '送审材料未见该项。', suggestion: '补充该项。' }

/** Begins and answers every question that applies: “no” to those in `no`, else “yes”. */
export async function answerAll(station: TestStation, caseId: string, no: ReadonlyMap<string, AnswerFields> = new Map(), login = 'reviewer') {
  const client = station.as(login)
  if ((await client.call('cases.get', { caseId })).state === 'assigned') await client.call('checklist.begin', { caseId })
  const { headings } = await client.call('checklist.get', { caseId, round: null })
  for (const { questionId, answer } of headings.flatMap(({ questions }) => questions)) {
    const fields = no.get(questionId) ?? YES
    await client.call('checklist.answer', { caseId, questionId, expectedVersion: answer?.version ?? 0, fields })
  }
}

/** Registered, attached, accepted, assigned. */
export async function assignedCase(station: TestStation, change: Partial<Record<keyof CaseFields, unknown>> = {}): Promise<CaseId> {
  const caseId = await registerCase(station, change)
  await attach(station, caseId, '调查报告.txt', `调查报告 ${caseId}`)
  await accept(station, caseId)
  await assign(station, caseId)
  return caseId
}

/** Everything answered; the review is open. */
export async function reviewedCase(
  station: TestStation,
  change: Partial<Record<keyof CaseFields, unknown>> = {},
  no: ReadonlyMap<string, AnswerFields> = new Map(),
): Promise<CaseId> {
  const caseId = await assignedCase(station, change)
  await answerAll(station, caseId, no)
  return caseId
}

export async function submit(station: TestStation, caseId: string): Promise<Opinion> {
  const reviewer = station.as('reviewer')
  const draft = await reviewer.call('opinion.compose', { caseId })
  return reviewer.call('opinion.submit', { caseId, expectedVersion: draft.version })
}

export async function approve(station: TestStation, caseId: string): Promise<Opinion> {
  const { version } = await submit(station, caseId)
  return station.as('head').call('opinion.approve', { caseId, expectedVersion: version })
}

/** The person's valid certificate, made by the station where there is none yet. */
export async function certificateOf(client: TestClient): Promise<string> {
  const own = (await client.call('signing.certificates', {})).find(({ state }) => state === 'valid')
  return (own ?? (await client.call('signing.issueFromStation', { signingPassword: SIGNING_PASSWORD }))).id
}

export async function signAsReviewer(station: TestStation, caseId: string, login = 'reviewer'): Promise<Opinion> {
  const client = station.as(login)
  return client.call('opinion.signAsReviewer', { caseId, certificateId: await certificateOf(client), signingPassword: SIGNING_PASSWORD })
}

export async function signAsHead(station: TestStation, caseId: string, login = 'head'): Promise<Opinion> {
  const client = station.as(login)
  return client.call('opinion.signAsHead', { caseId, certificateId: await certificateOf(client), signingPassword: SIGNING_PASSWORD })
}

/** The whole line, to an issued opinion. */
export async function issuedCase(
  station: TestStation,
  change: Partial<Record<keyof CaseFields, unknown>> = {},
  no: ReadonlyMap<string, AnswerFields> = new Map(),
): Promise<{ caseId: CaseId; opinion: Opinion }> {
  const caseId = await reviewedCase(station, change, no)
  await approve(station, caseId)
  await signAsReviewer(station, caseId)
  return { caseId, opinion: await signAsHead(station, caseId) }
}
