/** A station in which crimes are transferred: a clock that a test sets, officers with certificates, and each step in one word. */
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { Attachment } from '../../../src/shared/transfer/attachments.ts'
import type { TransferView } from '../../../src/shared/transfer/contract.ts'
import type { CaseId, PersonId } from '../../../src/shared/values/values.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

type Suspicion = MethodInput<'transfer.raise'>['suspicion']
export type Step = MethodInput<'transfer.addStep'>['step']

export const SUSPICION: Suspicion = {
  source: 'byHand',
  questionId: null,
  lead: '',
  facts: '通过暗管排放含铬废水，总铬超过排放标准四倍。',
  offence: '污染环境罪',
  lineId: 'pollution',
  amount: null,
  basis: '刑法第三百三十八条；法释〔2023〕7号第一条第五项',
  reckoning: [],
  newFacts: '',
}

const attachment = (kind: Attachment['kind'], attached: boolean, note = ''): Attachment => ({ kind, attached, note, materialIds: [] })
export const ATTACHMENTS: readonly Attachment[] = [
  attachment('letter', true),
  attachment('investigationReport', true),
  attachment('goodsList', false, '本案没有涉案物品'),
  attachment('testReport', true),
  attachment('other', true),
]

/** 2026-04-07 is a Tuesday. */
export const MORNING = '2026-04-07T09:00'

export interface TransferStation {
  readonly station: TestStation
  /** Sets the clock of the station: `2026-04-07T09:00`, as a clock in China shows it. */
  at(moment: string): void
  /** The moment as the record has it. */
  instant(moment: string): string
  newCase(change?: Parameters<typeof registerCase>[1]): Promise<Track>
}

/** One case on its way; each step is done by `login`, and the view after it is kept. */
export class Track {
  view: TransferView | null = null
  readonly caseId: CaseId
  readonly #station: TestStation

  constructor(station: TestStation, caseId: CaseId) {
    this.#station = station
    this.caseId = caseId
  }

  get version(): number {
    return this.view?.version ?? 0
  }

  async look(login = 'handler'): Promise<TransferView> {
    return this.#station.as(login).call('transfer.get', { caseId: this.caseId })
  }

  async raise(change: Partial<Suspicion> = {}, login = 'handler'): Promise<TransferView> {
    return this.#keep(this.#station.as(login).call('transfer.raise', { ...this.#on(), suspicion: { ...SUSPICION, ...change } }))
  }

  async clear(login = 'head'): Promise<TransferView> {
    return this.#keep(this.#station.as(login).call('transfer.clear', { ...this.#on(), reason: '经核实，未达到追诉标准' }))
  }

  async team(members: readonly string[] = ['officer1', 'officer2'], login = 'handler'): Promise<TransferView> {
    const ids = members.map((one) => this.#station.ids.get(one) as PersonId)
    return this.#keep(this.#station.as(login).call('transfer.setTeam', { ...this.#on(), team: { members: ids, reason: '' } }))
  }

  async report(login = 'handler'): Promise<TransferView> {
    return this.#keep(this.#station.as(login).call('transfer.submitReport', { ...this.#on(), report: { text: '关于移送涉嫌犯罪案件的报告', materialId: null } }))
  }

  async decide(outcome: 'approve' | 'refuse' = 'approve', login = 'agencyHead', reason = ''): Promise<TransferView> {
    return this.#keep(this.#station.as(login).call('transfer.decide', { ...this.#on(), decision: { outcome, capacity: 'chief', reason } }))
  }

  async step(step: Step, login = 'handler'): Promise<TransferView> {
    return this.#keep(this.#station.as(login).call('transfer.addStep', { ...this.#on(), step }))
  }

  #on(): { readonly caseId: CaseId; readonly expectedVersion: number } {
    return { caseId: this.caseId, expectedVersion: this.version }
  }

  async #keep(work: Promise<TransferView>): Promise<TransferView> {
    this.view = await work
    return this.view
  }
}

/** China is eight hours ahead of UTC all year. */
export const instant = (moment: string): string => new Date(`${moment}:00.000+08:00`).toISOString()

export async function createTransferStation(): Promise<TransferStation> {
  let now = new Date(instant(MORNING))
  const station = await createTestStation({ now: () => now })
  const certificate = (validUntil: string) => ({ credentials: [{ kind: 'enforcementCertificate' as const, number: `43000-${validUntil}`, validFrom: '2020-01-01', validUntil }] })
  for (const [login, name, validUntil] of [
    ['officer1', '方正', '2027-12-31'],
    ['officer2', '林立', '2027-12-31'],
    ['officer3', '程远', '2026-04-06'],
  ] as const) {
    const fields = personFields(login, name, ['handler'])
    await station.addPerson({ ...fields, credentials: personFields(login, name, ['handler'], certificate(validUntil) as never).credentials })
  }
  return {
    station,
    instant,
    at: (moment) => void (now = new Date(instant(moment))),
    newCase: async (change) => new Track(station, await registerCase(station, change)),
  }
}

/** Every recorded step, filled in as a person would. */
export const STEPS = {
  deliver: (moment: string): Step => ({
    action: 'deliver', happenedAt: instant(moment), policeOrgan: '清川县公安局', number: '清环移〔2026〕1号', attachments: [...ATTACHMENTS], copyToProcuratorate: true,
  }),
  forward: (moment: string): Step => ({ action: 'recordForwarding', happenedAt: instant(moment), toOrgan: '示例市公安局', number: '', note: '' }),
  receipt: (moment: string): Step => ({ action: 'recordReceipt', happenedAt: instant(moment), receivedBy: '清川县公安局 石磊', number: '' }),
  supplementNotice: (moment: string): Step => ({ action: 'recordSupplementNotice', happenedAt: instant(moment), number: '', asked: '补充检验报告原件' }),
  supply: (moment: string): Step => ({ action: 'supplyPapers', happenedAt: instant(moment), supplied: '检验报告原件', receivedBy: '石磊' }),
  filing: (moment: string): Step => ({ action: 'recordFiling', happenedAt: instant(moment), number: '清公立字〔2026〕11号', offence: '污染环境罪' }),
  nonFiling: (moment: string): Step => ({ action: 'recordNonFiling', happenedAt: instant(moment), number: '清公不立〔2026〕3号', reason: '犯罪事实显著轻微' }),
  reconsider: (moment: string): Step => ({ action: 'requestReconsideration', happenedAt: instant(moment), number: '', reason: '总铬超标四倍，依法应当立案' }),
  upheld: (moment: string): Step => ({ action: 'recordUpheld', happenedAt: instant(moment), number: '清公复〔2026〕1号', reason: '维持不予立案' }),
  supervise: (moment: string): Step => ({ action: 'requestSupervision', happenedAt: instant(moment), procuratorate: '清川县人民检察院', number: '', reason: '应当立案而不立案' }),
  handOver: (moment: string): Step => ({ action: 'handOver', happenedAt: instant(moment), goods: '', papers: '案卷材料两册', receivedBy: '石磊' }),
  judgment: (moment: string): Step => ({ action: 'recordJudgment', happenedAt: instant(moment), court: '清川县人民法院', number: '（2026）示0101刑初1号', result: '判处罚金', criminalFine: 50_000 }),
  resume: (moment: string): Step => ({ action: 'resume', happenedAt: instant(moment), ground: 'notFiled', from: '清川县公安局', number: '清公不立〔2026〕3号', returnId: null }),
} as const
