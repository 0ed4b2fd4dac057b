/** Every method of the contract: who may call it, and what it takes. A refused call leaves nothing behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { v7 as uuidv7 } from 'uuid'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../../src/shared/cases/case-filter.ts'
import { contract } from '../../../src/shared/contract/contract.ts'
import type { Method } from '../../../src/shared/contract/method.ts'
import type { ErrorJson } from '../../../src/shared/errors/errors.ts'
import { ROLES } from '../../../src/shared/people/roles.ts'
import { footprint } from '../../support/footprint.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, personFields, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'

const HOST_METHODS = ['station.status', 'station.setUp', 'station.unlock', 'station.unlockWithKeyChain']
const methods = Object.entries(contract as Readonly<Record<string, Method>>).filter(([name]) => !HOST_METHODS.includes(name))

let station: TestStation
let caseId: string

beforeAll(async () => {
  station = await createTestStation()
  caseId = await registerCase(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

/** Input that the schema takes, for every method; the ids in it mostly lead nowhere. */
/** The id of a law that no library has. */
const LAW = '0123456789abcdef'

function goodInput(name: string): Record<string, unknown> {
  const id = uuidv7()
  const fields = caseFields()
  const inputs: Record<string, Record<string, unknown>> = {
    'station.update': { station: STATION_FIELDS },
    'session.signIn': { login: 'nobody', password: 'irrelevant' },
    'session.changePassword': { current: 'irrelevant', next: 'irrelevant-2' },
    'people.add': { person: personFields('newcomer', '新人', ['handler']), password: 'irrelevant' },
    'people.update': { personId: id, expectedVersion: 1, person: personFields('newcomer', '新人', ['handler']) },
    'people.setActive': { personId: id, expectedVersion: 1, active: false },
    'people.resetPassword': { personId: id, password: 'irrelevant' },
    'cases.list': {
      filter: { states: [], actionKind: null, reviewerId: null, receivedFrom: null, receivedTo: null, text: '' },
      sort: { by: 'title', descending: false },
      after: null,
      size: 10,
    },
    'cases.total': { filter: EMPTY_CASE_FILTER, sort: NEWEST_FIRST },
    'cases.ids': { selection: { filter: EMPTY_CASE_FILTER, sort: NEWEST_FIRST, only: null, except: [] }, most: 10 },
    'cases.rows': { ids: [caseId] },
    'cases.beginExport': { selection: { filter: EMPTY_CASE_FILTER, sort: NEWEST_FIRST, only: [caseId], except: [] }, columns: ['title'], language: 'en' },
    'cases.exportState': { exportId: uuidv7() },
    'cases.cancelExport': { exportId: uuidv7() },
    'cases.get': { caseId },
    'cases.register': { fields },
    'cases.update': { caseId, expectedVersion: 99, fields },
    'cases.withdraw': { caseId, reason: '单位撤回' },
    'cases.history': { caseId },
    'materials.attach': { caseId, files: [{ stagedId: uuidv7(), name: '一.pdf', kind: 'other' }] },
    'materials.reclassify': { materialId: id, kind: 'other' },
    'materials.remove': { materialId: id, reason: '重复' },
    'materials.look': { reference: `material/${id}` },
    'materials.bytes': { reference: `material/${id}`, pieces: [{ from: 0, to: 10 }] },
    'materials.check': { reference: `material/${id}` },
    'intake.completeness': { caseId },
    'intake.accept': { caseId, incompleteReason: null },
    'intake.returnForSupplement': { caseId, missing: ['立案审批表'], reason: '缺少', replyBy: '2026-05-01' },
    'intake.resubmit': { caseId, receivedOn: '2026-05-01', note: '已补正' },
    'intake.unpack': { stagedId: uuidv7(), name: '案卷.zip' },
    'intake.readStaged': { files: [{ stagedId: uuidv7(), name: '一.pdf' }] },
    'intake.stagedReading': { files: [{ stagedId: uuidv7(), name: '一.pdf' }] },
    'intake.stagedProposal': { files: [{ stagedId: uuidv7(), name: '一.pdf' }] },
    'intake.reading': { caseId },
    'intake.readAgain': { materialId: id },
    'intake.documents': { caseId },
    'intake.correctKind': { materialId: id, part: 0, kind: 'decision' },
    'intake.text': { materialId: id },
    'intake.search': { caseId, words: '罚款' },
    'intake.proposal': { caseId },
    'prereview.findings': { caseId, round: null },
    'timeline.get': { caseId },
    'crossTable.get': { caseId },
    'prereview.decide': { caseId, key: '3.11-hearing#0123456789', expectedVersion: 0, decision: { outcome: 'dismissed', reason: '已另行说明' } },
    'laws.import': { from: 'folder', folder: '/nowhere' },
    'laws.files': { outcome: null, odd: false, after: 0, size: 10 },
    'laws.list': { text: '', kind: null, standing: null, odd: false, after: null, size: 10 },
    'laws.get': { law: LAW, version: null },
    'laws.text': { law: LAW, version: '2021-01-22', from: 0, size: 10 },
    'laws.article': { law: LAW, version: null, article: { number: 58 } },
    'laws.search': { text: '听证', law: null, kind: null, standing: null, after: null, size: 10 },
    'laws.compare': { law: LAW, left: '2017-09-01', right: '2021-01-22', onlyChanged: true },
    'laws.inForceOn': { law: LAW, day: '2026-03-01' },
    'laws.usedIn': { law: LAW, article: null },
    'laws.citation': { law: LAW, version: '2021-01-22', article: { number: 58 }, paragraph: null, item: null },
    'laws.gists': { citations: [{ law: '行政处罚法', article: 58 }] },
    'laws.checkCitations': { citations: [], act: null, decision: null },
    'laws.checkCase': { caseId },
    'discretion.previewTable': { stagedId: uuidv7(), name: '基准.xlsx', mapping: null },
    'discretion.importTable': {
      stagedId: uuidv7(),
      name: '基准.xlsx',
      mapping: { sheet: 0, firstRow: 1, act: 0, basis: 1, grade: 2, conditions: 3, standard: 4, factor: null },
      source: '裁量基准（2024年版）',
      validFrom: null,
      validTo: null,
      verified: false,
    },
    'discretion.retireBenchmark': { id: uuidv7(), reason: '已被新基准代替' },
    'discretion.get': { caseId, round: null },
    'discretion.save': {
      caseId,
      expectedVersion: 0,
      sheet: { benchmarkId: null, rows: [], adjustments: [], base: null, submittedGrade: null, reviewerGrade: null, departure: '' },
    },
    'assignment.candidates': { caseId },
    'assignment.recuse': { caseId, personId: id, reason: '近亲属' },
    'assignment.draw': { caseId },
    'assignment.choose': { caseId, personId: id, reason: '熟悉本类案件' },
    'checklist.get': { caseId, round: null },
    'checklist.begin': { caseId },
    'checklist.answer': {
      caseId,
      questionId: '1.1',
      expectedVersion: 0,
      fields: { answer: 'yes', finding: '', suggestion: '', note: '', evidence: [] },
    },
    'opinion.get': { caseId, round: null },
    'opinion.compose': { caseId },
    'opinion.saveSection': { caseId, expectedVersion: 1, sectionId: 'facts', text: null },
    'opinion.pages': { caseId, round: null, texts: [] },
    'opinion.outlines': { face: 'NotoSerifSC-Regular', characters: ['审'] },
    'opinion.changes': { caseId, round: null },
    'opinion.answerRemark': { caseId, expectedVersion: 1, remarkId: '1', text: '', resolved: true },
    'opinion.chooseType': { caseId, expectedVersion: 1, type: 'T-OK', reason: '' },
    'opinion.submit': { caseId, expectedVersion: 1 },
    'opinion.sendBack': { caseId, expectedVersion: 1, remarks: [{ sectionId: null, text: '请改' }] },
    'opinion.approve': { caseId, expectedVersion: 1 },
    'opinion.signAsReviewer': { caseId, certificateId: uuidv7(), signingPassword: 'irrelevant' },
    'opinion.signAsHead': { caseId, certificateId: uuidv7(), signingPassword: 'irrelevant' },
    'opinion.recall': { caseId, reason: '有误' },
    'opinion.numbers': { year: 2026 },
    'signing.keepSignature': { stagedId: uuidv7() },
    'signing.keepSeal': { stagedId: uuidv7(), widthMm: 42 },
    'signing.importPkcs12': { stagedId: uuidv7(), password: '', signingPassword: 'irrelevant' },
    'signing.issueFromStation': { signingPassword: 'irrelevant' },
    'signing.revoke': { certificateId: uuidv7(), reason: '遗失' },
    'home.summary': { scope: null },
    'home.month': { scope: 'station', month: '2026-05' },
    'export.caseFile': { caseId, folder: '/nowhere' },
    'verification.verifyFile': { stagedId: uuidv7() },
    'audit.list': { before: null, size: 10 },
    'phrases.save': { phraseId: null, expectedVersion: 0, shelf: 'station', fields: { name: '期限', text: '期限未满。', heading: null, questionId: null } },
    'phrases.remove': { phraseId: uuidv7(), expectedVersion: 1 },
    'preferences.set': { key: 'cases.filters', value: { filters: [], defaultId: null } },
    'catalogue.overlayVersions': { overlayId: 'own' },
    'catalogue.rowHistory': { subject: 'questions', id: '1.1' },
    'catalogue.checkOverlay': { text: '{}' },
    'catalogue.saveOverlay': { text: '{}', expectedSeq: 0, note: '试用' },
    'catalogue.withdrawOverlay': { overlayId: 'own', expectedSeq: 1, reason: '文件已废止' },
    'backup.start': { folder: '/nowhere/at-all' },
    'backup.configure': { remindAfter: 7 },
    'drafts.load': { key: 'register' },
    'drafts.save': { key: 'register', content: '' },
    'drafts.discard': { key: 'register' },
  }
  return inputs[name] ?? {}
}

async function codeOf(name: string, input: unknown, login: string | null): Promise<ErrorJson['code'] | 'ok'> {
  const { workstation } = station
  const caller = login === null ? workstation.connect() : station.as(login).caller
  const reply = await workstation.dispatch(name, input, caller)
  return reply.ok ? 'ok' : reply.error.code
}

/** Somebody who may call the method at all. */
function allowedLogin({ allowed }: Method): string | null {
  if (allowed === 'closed' || allowed === 'anyone') return null
  return allowed === 'signedIn' ? 'handler' : (allowed[0] ?? null)
}

describe('who may call', () => {
  it.each(methods)('%s: the input of this test is one that the method takes', (name, { input }) => {
    expect(input.safeParse(goodInput(name)).error).toBeUndefined()
  })

  it.each(methods.filter(([, { allowed }]) => allowed !== 'closed' && allowed !== 'anyone'))(
    '%s: refused to somebody who is not signed in, and nothing is written',
    async (name) => {
      const before = footprint(station.workstation.workbench.reader)
      expect(await codeOf(name, goodInput(name), null)).toBe('not-signed-in')
      expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    },
  )

  it.each(methods.filter(([, { allowed }]) => Array.isArray(allowed)))('%s: refused to every role that is not listed', async (name, { allowed }) => {
    const before = footprint(station.workstation.workbench.reader)
    const others = ROLES.filter((role) => !allowed.includes(role))
    expect(others.length).toBeGreaterThan(0)
    for (const role of others) expect([role, await codeOf(name, goodInput(name), role)]).toEqual([role, 'not-allowed'])
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })
})

/** Inputs that are wrong in one way each, made from the method's own schema and its good input. */
function wrongInputs(name: string, schema: z.ZodType): [what: string, input: unknown][] {
  const good = goodInput(name)
  const wrong: [string, unknown][] = [
    ['null', null],
    ['nothing', undefined],
    ['an array', []],
    ['a string', 'x'],
    ['a number', 7],
    ['a field too many', { ...good, extra: 1 }],
    ['a prototype field', JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}')],
  ]
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {}
  for (const field of Object.keys(shape)) {
    const { [field]: _, ...rest } = good
    if (shape[field]?.safeParse(undefined).success !== true) wrong.push([`${field} missing`, rest])
    for (const value of ['x', 1e300, true, [], {}, null, 'x'.repeat(500_000)]) {
      if (!shape[field]?.safeParse(value).success) wrong.push([`${field} = ${JSON.stringify(value)?.slice(0, 20)}`, { ...good, [field]: value }])
    }
    const inner = good[field]
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) wrong.push([`${field} with a field too many`, { ...good, [field]: { ...inner, extra: 1 } }])
  }
  return wrong
}

describe('what comes in', () => {
  it.each(methods)('%s: refuses extra fields, wrong types and missing fields, and writes nothing', async (name, described) => {
    const before = footprint(station.workstation.workbench.reader)
    const login = allowedLogin(described)
    for (const [what, input] of wrongInputs(name, described.input)) {
      expect([what, await codeOf(name, input, login)]).toEqual([what, 'invalid-input'])
    }
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })

  it.each(['cases.delete', '', 'constructor', '__proto__', 'toString', 'cases.get ', 'CASES.GET', 'x'.repeat(10_000)])(
    'the unknown name %.20s is refused',
    async (name) => {
      const before = footprint(station.workstation.workbench.reader)
      expect(await codeOf(name, {}, 'admin')).toBe('unknown-method')
      expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    },
  )

  it('names the first field that is wrong, and shows nothing of what was typed', async () => {
    const reply = await station.workstation.dispatch(
      'cases.register',
      { fields: { ...caseFields(), receivedOn: '20226-01-01' } },
      station.as('handler').caller,
    )
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input', data: { method: 'cases.register', field: 'fields.receivedOn' } } })
  })
})
