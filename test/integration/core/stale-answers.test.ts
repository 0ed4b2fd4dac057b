/** What an act changes is asked again: no answer that an act made another one is still shown in another window. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isTouchedBy } from '../../../src/renderer/transport/changed-queries.ts'
import type { MethodInput, MethodName } from '../../../src/shared/contract/contract.ts'
import type { CoreEvent } from '../../../src/shared/contract/reply.ts'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../../src/shared/cases/case-filter.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import { EMPTY_LEDGER_FILTER } from '../../../src/shared/ledger/ledger-filter.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { assignedQuickly, issuedQuickly } from '../../support/followed-case.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, personFields, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'
import { SUSPICION } from '../transfer/transferring.ts'

const TODAY = '2026-05-06'
let station: TestStation
let caseId: CaseId
let plainId: CaseId
beforeAll(async () => {
  station = await createTestStation({ now: () => new Date(`${TODAY}T02:00:00Z`) })
  caseId = await issuedQuickly(station)
  plainId = await assignedQuickly(station, { title: '另一件案件' })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const QUERY = { query: { from: '2026-01-01', to: '2026-12-31', unit: null, kind: null, reviewerId: null } }

/** Every answer that a window may be showing. */
function reads(): [MethodName, object][] {
  const ofCase: MethodName[] = [
    'accountability.get', 'accountability.powersOfCase', 'assignment.candidates', 'assignment.checkDraws', 'cases.get', 'cases.history', 'crossTable.get',
    'deadlines.ofCase', 'disclosure.get', 'followup.get', 'forms.ofCase', 'intake.completeness', 'intake.documents', 'laws.checkCase',
    'statistics.laterDefects', 'timeline.get', 'transfer.get', 'transfer.state',
  ]
  return [
    ...ofCase.flatMap((name): [MethodName, object][] => [[name, { caseId }], [name, { caseId: plainId }]]),
    ...[caseId, null].flatMap((id): [MethodName, object][] => [
      ['accountability.interference', { caseId: id }],
      ['transfer.clues', { caseId: id }],
      ['transfer.wayBack', { caseId: id }],
    ]),
    ['checklist.get', { caseId, round: null }],
    ['opinion.get', { caseId, round: null }],
    ['discretion.get', { caseId, round: 1 }],
    ['accountability.chain', {}],
    ['accountability.powers', {}],
    ['audit.head', {}],
    ['prereview.ruleUse', {}],
    ['accountability.certificates', {}],
    ['accountability.retention', {}],
    ['annualReport.get', { year: 2026 }],
    ['annualReport.reminder', {}],
    ['assignment.settings', {}],
    ['cases.choices', {}],
    ['cases.counts', {}],
    ['cases.list', { filter: EMPTY_CASE_FILTER, sort: NEWEST_FIRST, after: null, size: 50 }],
    ['cases.rows', { ids: [caseId, plainId] }],
    ['cases.total', { filter: EMPTY_CASE_FILTER, sort: NEWEST_FIRST }],
    ...[{ remark: '催办' }, { transfer: 'any' as const }].flatMap((condition): [MethodName, object][] => [
      ['cases.list', { filter: { ...EMPTY_CASE_FILTER, ...condition }, sort: NEWEST_FIRST, after: null, size: 50 }],
      ['cases.total', { filter: { ...EMPTY_CASE_FILTER, ...condition }, sort: NEWEST_FIRST }],
    ]),
    ['deadlines.board', { filter: { light: null, subject: null, desk: null, personId: null }, offset: 0 }],
    ['deadlines.mine', {}],
    ['deadlines.warnings', {}],
    ['disclosure.list', { show: 'open', offset: 0 }],
    ['evaluation.list', {}],
    ['evaluation.standards', {}],
    ['forms.settings', {}],
    ...(['station', 'reviewing', 'handling'] as const).map((scope): [MethodName, object] => ['home.summary', { scope }]),
    ['home.month', { scope: null, month: '2026-05' }],
    ['home.dayClocks', { scope: 'station', day: '2026-05-06' }],
    ['ledger.list', { filter: EMPTY_LEDGER_FILTER, descending: true, language: 'zh-CN', offset: 0, size: 50 }],
    ['ledger.overview', {}],
    ['ledger.pastImports', {}],
    ['opinion.numbers', { year: 2026 }],
    ['people.list', {}],
    ['station.status', {}],
    ['statistics.get', QUERY],
    ['statistics.units', {}],
    ['transfer.running', {}],
  ]
}

/** Who may ask most; the next where the one before may not. */
const READERS = ['head', 'supervisor', 'admin', 'reviewer'] as const
type Answers = Map<string, { readonly key: readonly [MethodName, object]; readonly answer: string }>

async function answerTo([name, input]: [MethodName, object]): Promise<string> {
  for (const login of READERS) {
    try {
      return JSON.stringify(await station.as(login).call(name, input as never))
    } catch (error) {
      if (!(error instanceof FashenError)) throw error
      const { code } = error.toJson()
      if (code === 'invalid-input') throw error
      if (code !== 'not-allowed') return code
    }
  }
  throw new Error(`nobody may ask ${name}`)
}

async function answers(): Promise<Answers> {
  // clocks of changed cases are counted a few at a time
  while ((await station.as('head').call('deadlines.board', { filter: { light: null, subject: null, desk: null, personId: null }, offset: 0 })).pending > 0);
  const found: Answers = new Map()
  for (const key of reads()) found.set(JSON.stringify(key), { key, answer: await answerTo(key) })
  return found
}

let before: Answers | undefined

/** Does the act, and tells which changed answers nothing said to ask again. */
async function stale(act: () => Promise<unknown>): Promise<string[]> {
  before ??= await answers()
  const events: CoreEvent[] = []
  const stop = station.workstation.subscribe(station.as('head').caller, (event) => void events.push(event))
  await act()
  stop()
  const after = await answers()
  const changed = [...after].filter(([id, { answer }]) => before?.get(id)?.answer !== answer)
  expect(changed.length).toBeGreaterThan(0)
  before = after
  return [...new Set(changed.filter(([, { key }]) => !events.some((event) => isTouchedBy(key, event))).map(([, { key }]) => key[0]))].toSorted()
}

const as = (login: string) => station.as(login)
const version = async (): Promise<number> => (await as('handler').call('transfer.get', { caseId })).version
const staged = async (name: string) => {
  const file = await as('handler').stage(name, '%PDF-1.4 proof')
  return [{ stagedId: file.id, name }]
}
const { party, effects, citations, actionKinds } = caseFields()
const decision: MethodInput<'followup.decide'>['decision'] = {
  number: '清环罚〔2026〕8号', decidedOn: TODAY, actionKinds, effects: effects.map((effect) => ({ ...effect, party: party.name })), citations, facts: { changed: false, how: '' },
}
const RETURNED = {
  kind: 'opinion' as const, number: '清检行意〔2026〕1号', procuratorate: '清川县人民检察院', issuedOn: '2026-05-01', receivedOn: '2026-05-04', decisionNumber: '清检刑不诉〔2026〕2号',
  decidedOn: '2026-04-28', ground: 'discretionary' as const, party: '清川县碧波印染有限公司', offence: '污染环境罪', asked: '建议依法给予行政处罚', answerBy: null,
}
const INTERFERENCE = {
  kind: 'leader' as const, happenedOn: TODAY, happenedAt: '', place: '', byName: '某甲', byPost: '', ofName: '顾盼', ofPost: '', way: 'inPerson' as const, demand: '不要再查', response: '拒绝',
  witness: '', reportedOn: null, reportedTo: '',
}

const ACTS: readonly [what: string, act: () => Promise<unknown>][] = [
  ['a suspicion is raised', async () => as('handler').call('transfer.raise', { caseId, expectedVersion: await version(), suspicion: SUSPICION })],
  ['a suspicion is cleared', async () => as('head').call('transfer.clear', { caseId, expectedVersion: await version(), reason: '经核实，未达到追诉标准' })],
  ['a case comes back', () => as('handler').call('transfer.registerReturn', { fields: { ...RETURNED, caseId } })],
  ['a case comes back that was never here', () => as('handler').call('transfer.registerReturn', { fields: { ...RETURNED, caseId: null, number: '清检行意〔2026〕2号' } })],
  ['a clue is sent', () => as('reviewer').call('transfer.addClue', { fields: { caseId, ground: 'dutyOffence', names: [], about: '某乙', facts: '收受当事人财物', evidence: '', sentTo: 'supervisoryCommission', organ: '县监察委员会', number: '', sentOn: null } })],
  ['interference is recorded', () => as('reviewer').call('accountability.recordInterference', { fields: { ...INTERFERENCE, caseId } })],
  ['a remark is kept in the ledger', async () => {
    const { rows } = await as('head').call('ledger.list', { filter: EMPTY_LEDGER_FILTER, descending: true, language: 'zh-CN', offset: 0, size: 50 })
    const [row] = rows
    if (row === undefined) throw new Error('the ledger is empty')
    return as('head').call('ledger.keepRemark', { entryId: row.id, expectedSeq: 0, remark: '已催办' })
  }],
  ['a day is recorded', () => as('handler').call('deadlines.recordDay', { caseId, event: 'clueFound', on: '2026-03-02', at: null, note: '', materialId: null })],
  ['the opinion is adopted', () => as('handler').call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: TODAY, replies: [] })],
  ['the case is decided', () => as('handler').call('followup.decide', { caseId, decision })],
  ['the decision is published', async () => as('handler').call('disclosure.recordPublication', { caseId, place: 'place.agency-site', placeName: '', address: 'https://www.example.gov.cn/8', publishedOn: TODAY, what: 'summary', maskingId: null, note: '', proofs: await staged('截图.pdf') })],
  ['a masked text is begun', () => as('handler').call('disclosure.addMasking', { caseId, source: { from: 'typed', title: '决定书', text: '当事人：王建国，处罚款二万元。' } })],
  ['the decision is annulled', () => as('handler').call('disclosure.recordChange', { caseId, outcome: 'annulled', organ: '清川县人民政府', number: '清政复决〔2026〕3号', changedOn: TODAY, note: '' })],
  ['a defect is found later', () => as('supervisor').call('statistics.recordLaterDefect', { caseId, defect: { source: 'court', foundOn: TODAY, heading: 3, severity: 'C', description: '听证告知书未载明期限。' } })],
  ['a case is suspended', () => as('handler').call('followup.suspend', { caseId: plainId, on: TODAY, basis: '《市场监督管理行政处罚程序规定》第四十六条', reason: '以另案裁判为依据', approvedBy: '陆离' })],
  ['a case is resumed', () => as('handler').call('followup.resume', { caseId: plainId, on: TODAY, reason: '另案已判决' })],
  ['the wording of a form is changed', () => as('admin').call('forms.saveSettings', { form: 'reminder', expectedSeq: 0, settings: { title: '催办通知书', number: null, wording: [], leftOut: [], pages: null, ownRows: [] } })],
  ['a figure of the annual report is typed', () => as('head').call('annualReport.setFigure', { year: 2026, key: 'inspection.times', value: 3, note: '执法台账' })],
  ['a power is registered', () => as('head').call('accountability.savePower', { id: null, expectedVersion: 0, fields: { code: '1', name: '排污许可处罚', kind: null, body: '', unit: '', basis: '《排污许可管理条例》', duties: '', liability: '' } })],
  ['a certificate is registered', () => as('head').call('accountability.saveCertificate', { id: null, expectedVersion: 0, fields: { number: '4300001', name: '田禾', unit: '', post: '', scope: '', issuedOn: null, validUntil: null, state: 'held' } })],
  ['the staff is counted', () => as('head').call('assignment.changeSettings', { settings: { band: 3, enforcementStaff: { count: 40, countedOn: TODAY } } })],
  ['a warning is set', () => as('head').call('deadlines.setWarning', { subject: 'decision', warning: { n: 9, unit: 'workingDays' } })],
  ['a reviewer is recused', () => as('head').call('assignment.recuse', { caseId: plainId, personId: station.ids.get('reviewer2')!, reason: '与当事人有利害关系' })],
  ['the reminder of the annual report is set', () => as('head').call('annualReport.setReminder', { days: 10 })],
  ['somebody joins', () => as('admin').call('people.add', { person: personFields('newcomer', '新来', ['reviewer']), password: 'a-long-password' })],
  ['a reviewer takes another name', async () => {
    const found = (await as('admin').call('people.list', {})).find(({ login }) => login === 'reviewer')
    if (found === undefined) throw new Error('no reviewer')
    return as('admin').call('people.update', { personId: found.id, expectedVersion: found.version, person: personFields('reviewer', '顾念', ['reviewer']) })
  }],
  ['the station moves to another field', () => as('admin').call('station.update', { station: { ...STATION_FIELDS, sector: 'market-regulation' } })],
  ['another case is registered', () => registerCase(station, { title: '第三件案件' })],
  ['a case is withdrawn', () => as('handler').call('cases.withdraw', { caseId: plainId, reason: '承办机构撤回' })],
]

it.each(ACTS)('when %s, every answer that changed is asked again', async (_, act) => {
  expect(await stale(act)).toEqual([])
})
