/** A suspected crime on its way to the police: every step by the right person, at its moment, once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TRANSFER_ACTIONS, TRANSFER_TRANSITIONS, type TransferAction } from '../../../src/shared/cases/state-machine-transfer.ts'
import type { TransferView } from '../../../src/shared/transfer/contract.ts'
import { isTransferSettledFor, transferOf } from '../../../src/main/transfer/transfer-record.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { personFields } from '../../support/test-station.ts'
import { ATTACHMENTS, createTransferStation, MORNING, STEPS, type Track, type TransferStation } from './transferring.ts'

let here: TransferStation
beforeAll(async () => void (here = await createTransferStation()))
beforeEach(() => here.at(MORNING))
afterAll(() => {
  here.station.close()
  removeTemporaryFolders()
})

const reader = () => here.station.workstation.workbench.reader
const states = (view: TransferView) => view.steps.map(({ to }) => to)

async function approved(): Promise<Track> {
  const track = await here.newCase()
  await track.raise()
  await track.team()
  await track.report()
  await track.decide()
  return track
}

async function delivered(): Promise<Track> {
  const track = await approved()
  here.at('2026-04-07T15:00')
  await track.step(STEPS.deliver('2026-04-07T15:00'))
  return track
}

async function accepted(): Promise<Track> {
  const track = await delivered()
  here.at('2026-04-08T09:00')
  await track.step(STEPS.receipt('2026-04-08T09:00'))
  return track
}

describe('the whole way', () => {
  it('goes from the suspicion to the goods handed over, each step with who, when and its audit entry', async () => {
    const track = await accepted()
    here.at('2026-04-20T10:00')
    await track.step(STEPS.supplementNotice('2026-04-08T17:00'))
    await track.step(STEPS.supply('2026-04-10T10:00'))
    await track.step(STEPS.filing('2026-04-11T10:00'))
    const view = await track.step(STEPS.handOver('2026-04-13T10:00'), 'officer1')
    expect(states(view)).toEqual(['suspected', 'suspected', 'reported', 'approved', 'delivered', 'acceptedByPolice', 'supplementAsked', 'acceptedByPolice', 'filed', 'handedOver'])
    expect(view.steps.map(({ byName }) => byName).slice(3, 5)).toEqual(['陆离', '田禾'])
    expect(view.steps.at(-1)).toMatchObject({ byName: '方正', happenedAt: here.instant('2026-04-13T10:00'), recordedAt: here.instant('2026-04-20T10:00') })
    const acts = reader().all<{ act: string }>("SELECT act FROM audit WHERE subject = ? AND act LIKE 'transfer.%' ORDER BY seq", `case/${track.caseId}`)
    expect(acts.map(({ act }) => act)).toEqual([
      'transfer.raise', 'transfer.team', 'transfer.report', 'transfer.approve', 'transfer.deliver', 'transfer.receipt', 'transfer.supplementNotice', 'transfer.supply', 'transfer.filed', 'transfer.handOver',
    ])
    expect(transferOf(reader(), track.caseId)).toMatchObject({ state: 'handedOver', settled: false, suspicion: { offence: '污染环境罪' } })
  })

  it('goes the other way: not filed, reconsidered, upheld, supervised, back to the agency', async () => {
    const track = await accepted()
    here.at('2026-05-20T10:00')
    for (const step of [STEPS.nonFiling('2026-04-10T10:00'), STEPS.reconsider('2026-04-13T10:00'), STEPS.upheld('2026-04-15T10:00'), STEPS.supervise('2026-04-17T10:00'), STEPS.resume('2026-05-18T10:00')]) await track.step(step)
    expect(transferOf(reader(), track.caseId)).toMatchObject({ state: 'resumed', settled: true })
  })

  it('can be forwarded by the police, and end with a judgment', async () => {
    const track = await delivered()
    here.at('2026-09-01T10:00')
    await track.step(STEPS.forward('2026-04-08T10:00'))
    await track.step(STEPS.receipt('2026-04-08T12:00'))
    await track.step(STEPS.filing('2026-04-10T10:00'))
    const view = await track.step(STEPS.judgment('2026-08-30T10:00'))
    expect(view.state).toBe('judged')
    // a criminal fine was imposed: no administrative one for the same act
    expect(isTransferSettledFor(reader(), track.caseId, ['fine'])).toBe(false)
    expect(isTransferSettledFor(reader(), track.caseId, ['revocation'])).toBe(true)
  })
})

/** Brings a fresh case to where an act is possible, and does it as `login`. */
const DOING: Readonly<Record<TransferAction, (login: string) => Promise<unknown>>> = {
  raiseSuspicion: async (login) => (await here.newCase()).raise({}, login),
  raiseAgain: async (login) => {
    const track = await here.newCase()
    await track.raise()
    await track.clear()
    return track.raise({ newFacts: '又查获台账一册' }, login)
  },
  clearSuspicion: async (login) => {
    const track = await here.newCase()
    await track.raise()
    return track.clear(login)
  },
  nameTeam: async (login) => {
    const track = await here.newCase()
    await track.raise()
    return track.team(undefined, login)
  },
  reportTransfer: async (login) => {
    const track = await here.newCase()
    await track.raise()
    await track.team()
    return track.report(login)
  },
  approveTransfer: async (login) => (await reported()).decide('approve', login),
  refuseTransfer: async (login) => (await reported()).decide('refuse', login, '证据不足以认定涉嫌犯罪'),
  deliver: async (login) => (await approved()).step(STEPS.deliver(MORNING), login),
  recordForwarding: async (login) => (await delivered()).step(STEPS.forward('2026-04-07T15:00'), login),
  recordReceipt: async (login) => (await delivered()).step(STEPS.receipt('2026-04-07T15:00'), login),
  recordSupplementNotice: async (login) => (await accepted()).step(STEPS.supplementNotice('2026-04-08T09:00'), login),
  supplyPapers: async (login) => {
    const track = await accepted()
    await track.step(STEPS.supplementNotice('2026-04-08T09:00'))
    return track.step(STEPS.supply('2026-04-08T09:00'), login)
  },
  recordFiling: async (login) => (await accepted()).step(STEPS.filing('2026-04-08T09:00'), login),
  recordNonFiling: async (login) => (await accepted()).step(STEPS.nonFiling('2026-04-08T09:00'), login),
  requestReconsideration: async (login) => (await notFiled()).step(STEPS.reconsider('2026-04-08T09:00'), login),
  recordUpheld: async (login) => {
    const track = await notFiled()
    await track.step(STEPS.reconsider('2026-04-08T09:00'))
    return track.step(STEPS.upheld('2026-04-08T09:00'), login)
  },
  requestSupervision: async (login) => (await notFiled()).step(STEPS.supervise('2026-04-08T09:00'), login),
  handOver: async (login) => (await filed()).step(STEPS.handOver('2026-04-08T09:00'), login),
  recordJudgment: async (login) => (await filed()).step(STEPS.judgment('2026-04-08T09:00'), login),
  resume: async (login) => (await notFiled()).step(STEPS.resume('2026-04-08T09:00'), login),
}

async function reported(): Promise<Track> {
  const track = await here.newCase()
  await track.raise()
  await track.team()
  await track.report()
  return track
}
async function notFiled(): Promise<Track> {
  const track = await accepted()
  await track.step(STEPS.nonFiling('2026-04-08T09:00'))
  return track
}
async function filed(): Promise<Track> {
  const track = await accepted()
  await track.step(STEPS.filing('2026-04-08T09:00'))
  return track
}

describe('every act', () => {
  const WRONG = ['supervisor', 'admin'] as const

  it.each(TRANSFER_ACTIONS)('%s: is done by whom the table names, and refused to everybody else', async (action) => {
    const grants = TRANSFER_TRANSITIONS.find((row) => row.action === action)?.by ?? []
    const right = grants.some(({ role }) => role === 'handler') ? 'handler' : (grants[0]?.role ?? 'head')
    await expect(DOING[action](right)).resolves.toBeDefined()
    for (const login of WRONG) {
      here.at(MORNING)
      await refusal(DOING[action](login), 'not-allowed')
    }
    // a handler of another case
    here.at(MORNING)
    await refusal(DOING[action]('handler2'), right === 'handler' ? 'not-your-part' : 'not-allowed')
    if (right === 'handler') return
    here.at(MORNING)
    await refusal(DOING[action]('handler'), 'not-allowed')
  })

  it('leaves nothing behind where it is refused', async () => {
    const track = await reported()
    const before = footprint(reader())
    await refusal(track.decide('approve', 'head'), 'not-allowed')
    await refusal(track.decide('refuse', 'agencyHead', ''), 'not-ready')
    await refusal(track.step(STEPS.deliver(MORNING)), 'transition-refused')
    expect(footprint(reader())).toEqual(before)
  })
})

describe('the team', () => {
  it('is of two different officers with valid certificates, who are active and not recused', async () => {
    const track = await here.newCase()
    await track.raise()
    const before = footprint(reader())
    expect(await refusal(track.team(['officer1', 'officer1']), 'invalid-input')).toMatchObject({ problem: 'same-officer-twice' })
    await refusal(track.team(['officer1']), 'invalid-input')
    // the certificate ended the day before
    expect(await refusal(track.team(['officer1', 'officer3']), 'officer-not-eligible')).toEqual({ name: '程远', reason: 'certificateNotValid' })
    expect(await refusal(track.team(['officer1', 'handler2']), 'officer-not-eligible')).toEqual({ name: '苗青', reason: 'noCertificate' })
    expect(footprint(reader())).toEqual(before)
    expect((await track.team()).team.map(({ name }) => name)).toEqual(['方正', '林立'])
  })

  it('has to be named before the report, and is not offered the report before', async () => {
    const track = await here.newCase()
    await track.raise()
    expect((await track.look()).offers.find(({ action }) => action === 'reportTransfer')?.refusal).toEqual({ kind: 'condition', missing: ['teamNamed'] })
    expect(await refusal(track.report(), 'not-ready')).toMatchObject({ missing: ['teamNamed'] })
  })

  it('of whom one left meanwhile does not carry the report; another is named in their place', async () => {
    const id = await here.station.addPerson({ ...personFields('leaver', '华年', ['handler']), credentials: [{ kind: 'enforcementCertificate', number: '9', validFrom: null, validUntil: null }] })
    const track = await here.newCase()
    await track.raise()
    await track.team(['officer1', 'leaver'])
    await here.station.as('admin').call('people.setActive', { personId: id, expectedVersion: 1, active: false })
    expect(await refusal(track.report(), 'officer-not-eligible')).toEqual({ name: '华年', reason: 'inactive' })
    await track.team(['officer1', 'officer2'])
    expect((await track.report()).state).toBe('reported')
  })
})

describe('the papers that go with it', () => {
  it('are five; letter and report cannot be left out, the others only with the reason', async () => {
    const track = await approved()
    const withPapers = (change: Partial<Record<string, { attached: boolean; note: string }>>) => ({
      ...STEPS.deliver(MORNING),
      attachments: ATTACHMENTS.map((one) => ({ ...one, ...change[one.kind] })),
    })
    expect(await refusal(track.step(withPapers({ letter: { attached: false, note: '以后补' } })), 'not-ready')).toMatchObject({ missing: ['transferPapersComplete'] })
    await refusal(track.step(withPapers({ testReport: { attached: false, note: '' } })), 'not-ready')
    await refusal(track.step({ ...STEPS.deliver(MORNING), attachments: ATTACHMENTS.slice(1) } as never), 'invalid-input')
    await refusal(track.step({ ...STEPS.deliver(MORNING), attachments: ATTACHMENTS.map((one) => ({ ...one, kind: 'letter' })) } as never), 'invalid-input')
    expect((await track.step(withPapers({ testReport: { attached: false, note: '无需检验' } }))).state).toBe('delivered')
  })

  it('are papers of this case', async () => {
    const track = await approved()
    const foreign = { ...STEPS.deliver(MORNING), attachments: ATTACHMENTS.map((one) => ({ ...one, materialIds: ['0190a000-0000-7000-8000-000000000009'] })) }
    await refusal(track.step(foreign as never), 'not-found')
  })
})

describe('once', () => {
  it('is a case transferred: a second delivery is refused, and so is a second suspicion while one is open', async () => {
    const track = await delivered()
    const before = footprint(reader())
    expect(await refusal(track.step(STEPS.deliver('2026-04-07T15:00')), 'transition-refused')).toEqual({ action: 'transfer/deliver', state: 'transfer/delivered' })
    await refusal(track.raise(), 'transition-refused')
    expect(footprint(reader())).toEqual(before)
  })

  it('do two windows do the same step: the other one is told that it has moved on', async () => {
    const track = await reported()
    const decision = { caseId: track.caseId, expectedVersion: track.version, decision: { outcome: 'approve', capacity: 'chief', reason: '' } } as const
    const [first, second] = [here.station.connect('agencyHead'), here.station.connect('agencyHead')]
    await first.call('transfer.decide', decision)
    expect(await refusal(second.call('transfer.decide', decision), 'transition-refused')).toMatchObject({ state: 'transfer/approved' })
    const stale = { caseId: track.caseId, expectedVersion: 1, step: STEPS.deliver(MORNING) }
    expect(await refusal(here.station.as('handler').call('transfer.addStep', stale), 'conflict')).toMatchObject({ expected: 1, actual: 4 })
  })

  it('do the police ask for more papers', async () => {
    const track = await accepted()
    await track.step(STEPS.supplementNotice('2026-04-08T09:00'))
    await track.step(STEPS.supply('2026-04-08T09:00'))
    expect(await refusal(track.step(STEPS.supplementNotice('2026-04-08T09:00')), 'not-ready')).toMatchObject({ missing: ['firstSupplementNotice'] })
    const offered = () => track.view?.offers.find(({ action }) => action === 'recordSupplementNotice')
    expect(offered()?.refusal).toMatchObject({ kind: 'condition', missing: ['firstSupplementNotice'] })
    // a second suspicion is a transfer of its own: there the police may ask once again
    await track.step(STEPS.nonFiling('2026-04-08T09:00'))
    await track.step(STEPS.resume('2026-04-08T09:00'))
    await track.raise({ newFacts: '查获另一处暗管' })
    await track.team()
    await track.report()
    await track.decide()
    await track.step(STEPS.deliver('2026-04-08T09:00'))
    await track.step(STEPS.receipt('2026-04-08T09:00'))
    expect(offered()?.refusal).toBeNull()
    expect((await track.step(STEPS.supplementNotice('2026-04-08T09:00'))).state).toBe('supplementAsked')
  })

  it('is reconsidered: what was upheld goes to the procuratorate or comes back', async () => {
    const track = await notFiled()
    await track.step(STEPS.reconsider('2026-04-08T09:00'))
    await track.step(STEPS.upheld('2026-04-08T09:00'))
    await refusal(track.step(STEPS.reconsider('2026-04-08T09:00')), 'transition-refused')
    expect((await track.look()).offers.map(({ action }) => action)).toEqual(['requestSupervision', 'resume'])
  })

  it('is it raised again only on facts that were not known', async () => {
    const track = await reported()
    await track.decide('refuse', 'agencyHead', '尚未达到追诉标准')
    expect(await refusal(track.raise(), 'not-ready')).toMatchObject({ missing: ['newFacts'] })
    const view = await track.raise({ newFacts: '查获另一处暗管' })
    expect([view.state, view.team]).toEqual(['suspected', []])
  })
})

describe('a decision meanwhile', () => {
  const settledFor = (track: Track, ...kinds: Parameters<typeof isTransferSettledFor>[2]) => isTransferSettledFor(reader(), track.caseId, kinds)

  it('with a fine waits from the suspicion on; a warning, a suspension and a licence measure do not', async () => {
    const track = await here.newCase()
    expect(settledFor(track, 'fine')).toBe(true)
    const view = await track.raise()
    expect(view.heldBack).toEqual(['fine'])
    expect([settledFor(track, 'fine'), settledFor(track, 'warning', 'fine'), settledFor(track, 'confiscationOfGain'), settledFor(track, 'detention')]).toEqual([false, false, false, false])
    expect(settledFor(track, 'warning', 'suspension', 'licenceSuspension', 'revocation')).toBe(true)
    await track.clear()
    expect(settledFor(track, 'fine')).toBe(true)
    expect((await track.look()).heldBack).toEqual([])
  })

  it('is told of in the header, and the case stands in the list of open transfers until it is settled', async () => {
    const track = await here.newCase()
    await track.raise()
    const client = here.station.as('supervisor')
    expect(await client.call('transfer.state', { caseId: track.caseId })).toEqual({ state: 'suspected', heldBack: ['fine'] })
    expect((await client.call('transfer.running', {})).find(({ caseId }) => caseId === track.caseId)).toMatchObject({ offence: '污染环境罪', state: 'suspected', since: here.instant(MORNING) })
    await track.clear()
    expect((await client.call('transfer.running', {})).some(({ caseId }) => caseId === track.caseId)).toBe(false)
  })
})

describe('the suspicion', () => {
  it('names a line of the catalogue, or none', async () => {
    const track = await here.newCase()
    await refusal(track.raise({ lineId: 'no-such-line' }), 'not-found')
    expect((await track.raise({ lineId: null })).suspicion?.lineId).toBeNull()
  })

  it('is raised by the agency head too, and cleared by no handler', async () => {
    const track = await here.newCase()
    await track.raise({}, 'agencyHead')
    await refusal(track.clear('handler'), 'not-allowed')
  })
})
