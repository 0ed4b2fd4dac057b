/** Every method of the contract: who may call it, and what it takes. A refused call leaves nothing behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { v7 as uuidv7 } from 'uuid'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../../src/shared/cases/case-filter.ts'
import { EMPTY_LEDGER_FILTER } from '../../../src/shared/ledger/ledger-filter.ts'
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

const HOLIDAY_NOTICE = { year: 2027, number: '通知', publishedOn: '2026-11-10', off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], workingWeekends: [] }

/** Input that the schema takes, for every method; the ids in it mostly lead nowhere. */
/** The id of a law that no library has. */
const LAW = '0123456789abcdef'

const SUSPICION = {
  source: 'byHand', questionId: null, lead: '', facts: '通过暗管排放含铬废水', offence: '污染环境罪', lineId: 'pollution', amount: null, basis: '刑法第三百三十八条', reckoning: [], newFacts: '',
}
const DISCUSSION = {
  discussedOn: '2026-05-01',
  place: '',
  chair: '陆离',
  recorder: '田禾',
  attendees: [
    { name: '陆离', post: '局长', view: '同意拟作决定。', stance: 'agree' as const },
    { name: '韩正', post: '副局长', view: '同意拟作决定。', stance: 'agree' as const },
  ],
  absent: [],
  outcome: 'agree' as const,
  changedTo: '',
  reason: '事实清楚，处理适当。',
}
const COORDINATION = {
  heldOn: '2026-04-08', place: '', handlingView: '不认同', reviewView: '坚持', outcome: '提请决定',
  participants: [{ name: '田禾', post: '', side: 'handling' }, { name: '顾盼', post: '', side: 'review' }],
}
const DECISION = {
  number: '清环罚〔2026〕8号', decidedOn: '2026-04-09', actionKinds: ['penalty'], effects: [{ kind: 'fine', amount: 200_000, detail: '', party: '清川县碧波印染有限公司' }],
  citations: [], facts: { changed: false, how: '' },
}
const RETURNED = {
  caseId: null, kind: 'opinion', number: '清检行意〔2026〕1号', procuratorate: '清川县人民检察院', issuedOn: '2026-04-01', receivedOn: '2026-04-02', decisionNumber: '清检刑不诉〔2026〕2号',
  decidedOn: '2026-03-30', ground: 'discretionary', party: '清川县碧波印染有限公司', offence: '污染环境罪', asked: '建议给予行政处罚', answerBy: null,
}
const INTERFERENCE = {
  caseId: null, kind: 'leader', happenedOn: '2026-04-01', happenedAt: '', place: '', byName: '某人', byPost: '', ofName: '顾盼', ofPost: '', way: 'phone',
  demand: '要求从轻处理', response: '已拒绝', witness: '', reportedOn: null, reportedTo: '',
}
const POPULATION = { from: '2026-01-01', to: '2026-12-31', closedBy: 'ended', unit: null, kind: null }
const CLUE = {
  caseId: null, ground: 'dutyOffence', names: [], about: '某单位工作人员', facts: '收受当事人财物', evidence: '', sentTo: 'supervisoryCommission', organ: '清川县监察委员会', number: '', sentOn: null,
}

const STAGED = '6f1c0b0e-3d0a-4a52-9a51-0c1b6f0c9a10'
const LEDGER_READING = { stagedId: STAGED, sheet: 0, headerRow: 1, mapping: ['received', 'title'] }

const FORM_SETTINGS = { title: null, number: 'shipped', wording: [], leftOut: [], pages: null, ownRows: [] }

function goodInput(name: string): Record<string, unknown> {
  const id = uuidv7()
  const fields = caseFields()
  const inputs: Record<string, Record<string, unknown>> = {
    'statistics.get': { query: { from: '2026-01-01', to: '2026-12-31', unit: null, kind: null, reviewerId: null } },
    'statistics.units': {},
    'ledger.list': { filter: EMPTY_LEDGER_FILTER, descending: true, language: 'zh-CN', offset: 0, size: 100 },
    'ledger.overview': {},
    'ledger.beginExport': { filter: EMPTY_LEDGER_FILTER, descending: true, language: 'en' },
    'ledger.keepRemark': { entryId: 1, expectedSeq: 0, remark: '补录' },
    'ledger.readWorkbook': { stagedId: STAGED, name: '旧台账.xlsx' },
    'ledger.columns': { stagedId: STAGED, sheet: 0, headerRow: 1 },
    'ledger.dryRun': LEDGER_READING,
    'ledger.fates': { reading: LEDGER_READING, fate: null, offset: 0, size: 50 },
    'ledger.import': { reading: LEDGER_READING, expected: { new: 1, same: 0, conflict: 0, refused: 0 } },
    'ledger.pastImports': {},
    'ledger.withdrawImport': { importId: id, reason: '选错了文件' },
    'statistics.make': { query: { from: '2026-01-01', to: '2026-12-31', unit: null, kind: null, reviewerId: null }, format: 'pdf', language: 'zh-CN' },
    'accountability.get': { caseId },
    'accountability.print': { caseId, format: 'pdf' },
    'accountability.interference': { caseId: null },
    'accountability.recordInterference': { fields: INTERFERENCE },
    'accountability.interferencePaper': { id, format: 'pdf' },
    'accountability.addToInterference': { id, expectedAdditions: 0, fields: { text: '补充说明', reportedOn: null, reportedTo: '' } },
    'accountability.savePower': { id: null, expectedVersion: 0, fields: { code: '1', name: '事项', kind: null, body: '', unit: '', basis: '《某法》', duties: '', liability: '' } },
    'accountability.saveCertificate': {
      id: null, expectedVersion: 0, fields: { number: 'A1', name: '田禾', unit: '', post: '', scope: '', issuedOn: null, validUntil: null, state: 'held' },
    },
    'accountability.removeEntry': { register: 'powers', id, expectedVersion: 1, reason: '已取消' },
    'accountability.previewImport': { register: 'powers', stagedId: id, name: '权责清单.xlsx' },
    'accountability.importRegister': { register: 'powers', stagedId: id, name: '权责清单.xlsx' },
    'accountability.powersOfCase': { caseId },
    'accountability.settleRetention': { caseId, periodId: 'retention.30', reason: '' },
    'accountability.destruction': { id },
    'accountability.proposeDestruction': { proposal: { caseIds: [caseId], unreferenced: false, reason: '保管期限届满，拟予销毁。', appraisal: '鉴定小组认为无需继续保存。' } },
    'accountability.decideDestruction': { id, approve: false, note: '不同意' },
    'accountability.carryOutDestruction': { id, listHash: '0'.repeat(64), note: '已核对' },
    'annualReport.get': { year: 2026 },
    'annualReport.setFigure': { year: 2026, key: 'inspection.times', value: 3, note: '执法台账' },
    'annualReport.setStanding': { year: 2026, table: 'inspection', standing: 'whole' },
    'annualReport.saveText': { year: 2026, section: 'text.next', text: '加强检查。' },
    'annualReport.setReminder': { days: 30 },
    'annualReport.publish': { year: 2020, publishedOn: '2021-01-20', place: '门户网站', proofId: null },
    'annualReport.takeBack': { year: 2026, reason: '更正' },
    'annualReport.make': { year: 2026, format: 'pdf' },
    'annualReport.reminder': {},
    'statistics.laterDefects': { caseId },
    'statistics.recordLaterDefect': {
      caseId,
      defect: { source: 'court', foundOn: '2026-06-30', heading: 3, severity: 'C', description: '听证告知书未载明期限。' },
    },
    'evaluation.standards': {},
    'evaluation.importStandard': { text: '{}' },
    'evaluation.list': {},
    'evaluation.population': { population: POPULATION },
    'evaluation.start': { name: '年度评查', standardKey: '0'.repeat(64), population: POPULATION, size: 5 },
    'evaluation.get': { evaluationId: id },
    'evaluation.checkSample': { evaluationId: id },
    'evaluation.file': { evaluationId: id, caseId },
    'evaluation.begin': { evaluationId: id, caseId },
    'evaluation.resume': { evaluationId: id, caseId, reason: '原评查人调离' },
    'evaluation.save': { evaluationId: id, caseId, expectedVersion: 1, sheet: { vetoes: [], items: [], comment: '' } },
    'evaluation.sign': { evaluationId: id, caseId, expectedVersion: 1 },
    'evaluation.correct': { evaluationId: id, caseId, reason: '分数计算有误' },
    'evaluation.workbook': { evaluationId: id, language: 'en' },
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
    'intake.askSupplement': { caseId, missing: ['送达回证'], reason: '缺少', replyBy: '2026-05-01' },
    'intake.takeSupplement': { caseId, receivedOn: '2026-05-01', note: '' },
    'intake.endSupplement': { caseId, reason: '现有证据足以判断' },
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
    'intake.scanPages': { materialId: id },
    'intake.wordPlaces': { materialId: id, page: 1 },
    'intake.search': { caseId, words: '罚款' },
    'intake.proposal': { caseId },
    'prereview.findings': { caseId, round: null },
    'timeline.get': { caseId },
    'disclosure.get': { caseId },
    'disclosure.list': { show: 'open', offset: 0 },
    'disclosure.recordPublication': {
      caseId, place: 'place.agency-site', placeName: '', address: 'https://www.example.gov.cn', publishedOn: '2026-05-01', what: 'summary', maskingId: null, note: '',
      proofs: [{ stagedId: uuidv7(), name: '截图.png' }],
    },
    'disclosure.submitWithholding': { caseId, ruleId: 'exception.state-secret', reason: '涉及国家秘密' },
    'disclosure.settleWithholding': { caseId, id, outcome: 'returned', remark: '' },
    'disclosure.recordChange': { caseId, outcome: 'annulled', organ: '清川县人民政府', number: '', changedOn: '2026-05-01', note: '' },
    'disclosure.recordWithdrawal': {
      caseId, changeId: id, withdrawnOn: '2026-05-02', explanation: '决定已被撤销', explainedAt: '本局网站', proofs: [{ stagedId: uuidv7(), name: '截图.png' }],
    },
    'disclosure.addMasking': { caseId, source: { from: 'typed', title: '决定书', text: '当事人：王建国，处罚款二万元。' } },
    'disclosure.masking': { id },
    'disclosure.saveMasking': { id, expectedVersion: 1, marks: [] },
    'disclosure.submitMasking': { id, expectedVersion: 1, marks: [] },
    'disclosure.settleMasking': { id, expectedVersion: 1, outcome: 'returned', remark: '' },
    'deadlines.ofCase': { caseId },
    'deadlines.board': { filter: { light: null, subject: null, desk: null, personId: null }, offset: 0 },
    'deadlines.extend': { caseId, clock: 'decision/1', length: 30, approvedBy: '局长', approvedOn: '2026-05-01', reason: '案情复杂', materialId: null },
    'deadlines.exclude': { caseId, clock: 'decision/1', of: 'hearing', from: '2026-05-01', to: '2026-05-10', reason: '组织听证' },
    'deadlines.endExclusion': { caseId, id, to: '2026-05-10' },
    'deadlines.recordDay': { caseId, event: 'served', on: '2026-05-01', at: null, note: '', materialId: null },
    'deadlines.takeBack': { caseId, kind: 'day', id, reason: '登记错误' },
    'deadlines.setWarning': { subject: 'decision', warning: { n: 5, unit: 'workingDays' } },
    'deadlines.readNotice': { text: '' },
    'deadlines.checkNotice': { notice: HOLIDAY_NOTICE },
    'deadlines.recounting': {},
    'deadlines.saveNotice': { notice: HOLIDAY_NOTICE, expectedSeq: 0, despite: '' },
    'transfer.get': { caseId },
    'transfer.state': { caseId },
    'transfer.running': {},
    'followup.get': { caseId },
    'followup.adopt': { caseId, answeredBy: '田禾', answeredOn: '2026-04-08', replies: [{ number: 1, answer: 'partly', reason: '已有证据' }] },
    'followup.object': { caseId, answeredBy: '田禾', answeredOn: '2026-04-08', replies: [], reason: '审核意见与查明的事实不符。' },
    'followup.reReview': { caseId },
    'followup.coordinate': { caseId, reason: '双方认识不一' },
    'followup.recordCoordination': { caseId, record: COORDINATION },
    'followup.recordDiscussion': { caseId, discussion: DISCUSSION },
    'followup.settle': { caseId, settlement: { by: 'head', outcome: 'uphold', settledOn: '2026-04-09', reason: '依据充分' } },
    'followup.decide': { caseId, decision: DECISION },
    'followup.recordIrregularDecision': { caseId, decision: DECISION, note: '未审先作' },
    'followup.drop': { caseId, kind: 'closed', on: '2026-04-09', reason: '违法事实不能成立' },
    'followup.archive': { caseId, on: '2026-04-09', archive: { place: '2026-1', pages: 12, excuses: [] } },
    'followup.merge': { caseId, intoCaseId: uuidv7(), reason: '同一违法行为' },
    'followup.suspend': { caseId, on: '2026-04-09', basis: '《市场监督管理行政处罚程序规定》第四十六条', reason: '以另案裁判为依据', approvedBy: '陆离' },
    'followup.resume': { caseId, on: '2026-04-09', reason: '另案已判决' },
    'followup.keepReviewer': { caseId },
    'forms.ofCase': { caseId },
    'forms.preview': { caseId, form: 'submissionForm', about: 'case', given: [] },
    'forms.make': { caseId, form: 'submissionForm', about: 'case', given: [{ fact: 'retention', value: '30年' }], lacks: [] },
    'forms.void': { id, reason: '当事人名称有误' },
    'forms.blank': { form: 'interferenceRecord', format: 'pdf' },
    'forms.settings': {},
    'forms.previewSettings': { form: 'reminder', settings: FORM_SETTINGS },
    'forms.saveSettings': { form: 'reminder', expectedSeq: 0, settings: FORM_SETTINGS },
    'transfer.raise': { caseId, expectedVersion: 0, suspicion: SUSPICION },
    'transfer.clear': { caseId, expectedVersion: 1, reason: '已核实，不涉嫌犯罪' },
    'transfer.setTeam': { caseId, expectedVersion: 1, team: { members: [uuidv7(), uuidv7()], reason: '' } },
    'transfer.submitReport': { caseId, expectedVersion: 2, report: { text: '移送涉嫌犯罪案件的报告', materialId: null } },
    'transfer.decide': { caseId, expectedVersion: 3, decision: { outcome: 'approve', capacity: 'chief', reason: '' } },
    'transfer.addStep': {
      caseId,
      expectedVersion: 5,
      step: { action: 'recordReceipt', happenedAt: '2026-04-07T02:00:00.000Z', receivedBy: '清川县公安局', number: '' },
    },
    'transfer.wayBack': { caseId },
    'transfer.registerReturn': { fields: RETURNED },
    'transfer.setAssessment': {
      id,
      expectedVersion: 1,
      assessment: { actEndedOn: '2026-03-09', discoveredOn: '2026-03-10', limitationId: 'period.limitation.national', basis: '排污许可管理条例第三十三条', competent: true, explanation: '可以处罚' },
    },
    'transfer.decideReturn': { id, expectedVersion: 2, decision: { outcome: 'punish', reason: '依法处罚' } },
    'transfer.answerReturn': { id, expectedVersion: 3, answer: { number: '清环函〔2026〕1号', answeredOn: '2026-05-01', result: '已作出处罚决定' } },
    'transfer.replyPaper': { id, format: 'docx' },
    'transfer.clues': { caseId },
    'transfer.addClue': { fields: CLUE },
    'transfer.updateClue': { id, expectedVersion: 1, update: { sentOn: '2026-05-01', number: '', outcome: '已受理' } },
    'transfer.cluePaper': { id, format: 'pdf' },
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
    'assignment.settings': {},
    'assignment.changeSettings': { settings: { band: 3, enforcementStaff: { count: 40, countedOn: '2026-06-30' } } },
    'assignment.checkDraws': { caseId },
    'assignment.candidates': { caseId },
    'assignment.recuse': { caseId, personId: id, reason: '近亲属' },
    'assignment.takeBackRecusal': { caseId, personId: id, reason: '经核实不是亲属' },
    'assignment.clearNamesake': { caseId, personId: id, reason: '系同名的另一人' },
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
    'home.dayClocks': { scope: 'station', day: '2026-05-06' },
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
