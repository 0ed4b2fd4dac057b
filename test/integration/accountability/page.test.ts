/** The page that answers “who”: it says the same whatever becomes of the people, and shows where the chain was touched. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/database.ts'
import { databasePath } from '../../../src/main/store/store-path.ts'
import type { CaseAccountability } from '../../../src/shared/accountability/accountability-page.ts'
import { postsOnly } from '../../support/accountability.ts'
import type { CaseId, PersonId } from '../../../src/shared/values/values.ts'
import { assignedQuickly, issuedQuickly, issueRound } from '../../support/followed-case.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { accept, assign, attach, NO, registerCase } from '../../support/test-case.ts'
import { createTestStation, personFields, reopenTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
beforeEach(async () => void (station = await createTestStation({ now: () => new Date('2026-05-06T01:00:00.000Z') })))
afterEach(() => station.close())
afterAll(removeTemporaryFolders)

const page = (caseId: CaseId, login = 'supervisor'): Promise<CaseAccountability> => station.as(login).call('accountability.get', { caseId })
const namesIn = (of: CaseAccountability, check: string) => of.checks.find((one) => one.check === check)?.people.map(({ who }) => who.name)
const DECISION = `清川县生态环境局
行政处罚决定书
清环罚字〔2026〕9号
当事人：清川县碧波印染有限公司
统一社会信用代码：91350100M000100Y44
经查，你公司未取得排污许可证，于2026年3月1日至3月9日向清川河排放印染废水。
依据《排污许可管理条例》第三十三条第一项的规定，我局拟对你公司作出如下行政处罚：
罚款200000元（大写：叁拾万元整）。
清川县生态环境局
2026年4月20日`
const DEFECT = new Map([['7.1', NO]])

async function change(login: string, name: string, department: string, roles: Parameters<typeof personFields>[2]): Promise<void> {
  const personId = station.ids.get(login) as PersonId
  const admin = station.as('admin')
  const { version } = (await admin.call('people.list', {})).find(({ id }) => id === personId) ?? { version: 0 }
  await admin.call('people.update', { personId, expectedVersion: version, person: personFields(login, name, roles, { department }) })
}

describe('the page of an issued case', () => {
  it('names handler, reviewer, approver and supervisor, each by an entry of the chain', async () => {
    const caseId = await issuedQuickly(station, DEFECT)
    const found = await page(caseId)
    expect([namesIn(found, 'handler'), namesIn(found, 'reviewer'), namesIn(found, 'approver'), namesIn(found, 'supervisor')]).toEqual([['田禾'], ['顾盼'], ['韩正'], ['苏木']])
    const history = await station.as('supervisor').call('cases.history', { caseId })
    const bySeq = new Map(history.map(({ seq, hash }) => [seq, hash]))
    for (const { entry, until } of found.lines) {
      expect(bySeq.get(entry.seq)).toBe(entry.hash)
      expect(entry.holds && until?.holds !== false).toBe(true)
    }
    // nothing that was done to the case is left out
    expect(found.lines.reduce((sum, { count }) => sum + count, 0)).toBe(history.length)
    expect(found.rounds).toMatchObject([{ round: 1, catalogue: { manifest: '1.0.0' }, laws: [{ law: '排污许可管理条例', place: '第三十三条第一项', inForceFrom: '2021-03-01' }] }])
  })

  it('tells what was overridden, by whom and why', async () => {
    const caseId = await assignedQuickly(station)
    const { lines } = await page(caseId)
    const departing = lines.filter(({ departs }) => departs).map(({ act, who, facts }) => [act, who.name, facts.find(({ label }) => label.en.startsWith('Reason'))?.value['zh-CN']])
    expect(departing).toEqual([
      ['case.accept', '韩正', '其余材料不影响审核，已经说明。'],
      ['case.assignManually', '韩正', '测试：指定审核人。'],
    ])
  })

  it('shows a decision that breaks the rules, what was not adopted, where it was published, and what the archive lacks', async () => {
    const change = { citations: [{ law: '排污许可管理条例', article: '33', paragraph: '', item: '1', role: 'basis' as const }] }
    const caseId = await issuedQuickly(station, new Map(), change)
    const handler = station.as('handler')
    await handler.call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: '2026-05-06', replies: [] })
    const { reviewed } = await handler.call('followup.get', { caseId })
    const decision = { number: '清环罚〔2026〕8号', decidedOn: '2026-05-06', actionKinds: [...reviewed.actionKinds], effects: reviewed.effects.map((effect) => ({ ...effect, amount: 900_000 })), citations: [...reviewed.citations], facts: { changed: false, how: '' } }
    await handler.call('followup.decide', { caseId, decision })
    const staged = await handler.stage('公示截图.png', Buffer.from('89504e470d0a1a0a', 'hex'))
    await handler.call('disclosure.recordPublication', { caseId, place: 'place.agency-site', placeName: '', address: 'https://www.example.gov.cn/8', publishedOn: '2026-05-06', what: 'summary', maskingId: null, note: '', proofs: [{ stagedId: staged.id, name: '公示截图.png' }] })
    const excuses = (['decisionPaper', 'serviceReceipt', 'submission'] as const).map((item) => ({ item, reason: '原件另卷保存。' }))
    await handler.call('followup.archive', { caseId, on: '2026-05-06', archive: { place: '2026-环-8', pages: null, excuses } })

    const { lines, rounds } = await page(caseId)
    const told = (act: string) => lines.filter((line) => line.act === act).map(({ departs, facts }) => [departs, ...facts.map(({ label, value }) => `${label['zh-CN']} ${value['zh-CN']}`)])
    expect(told('case.decide')).toEqual([[true, '轮次 1', '决定文号 清环罚〔2026〕8号', '违反的规定 决定与审核的内容不一致，未重新审核']])
    expect(told('case.adopt').map(([departs]) => departs)).toEqual([false])
    expect(told('case.disclose')).toEqual([[false, '公开载体 本机关网站', '网址或者位置 https://www.example.gov.cn/8', '公开日期 2026-05-06']])
    expect(told('case.archive')[0]).toContain('缺少的材料和理由 行政决定书：原件另卷保存。；决定书送达回证：原件另卷保存。；送审材料：原件另卷保存。')
    // an article that was typed in figures is an article all the same
    expect(rounds[0]?.laws.map(({ place }) => place)).toEqual(['第三十三条第（一）项'])
  })

  it('shows an objection with its reason as what was not adopted', async () => {
    const caseId = await issuedQuickly(station, DEFECT)
    const handler = station.as('handler')
    const { rounds } = await handler.call('followup.get', { caseId })
    const replies = (rounds[0]?.problems ?? []).map(({ number }) => ({ number, answer: 'notAdopted' as const, reason: '与案卷不符。' }))
    await handler.call('followup.object', { caseId, answeredBy: '田禾', answeredOn: '2026-05-06', reason: '认定的问题与案卷不符，请求复核。', replies })
    const { lines } = await page(caseId)
    expect(lines.filter(({ departs }) => departs).map(({ act }) => act)).toContain('case.object')
  })

  it('keeps what the machine had said when the opinion was handed in: what was dismissed with its reason, and what nobody had answered', async () => {
    station.close()
    station = await createTestStation({ now: () => new Date('2026-05-06T01:00:00.000Z'), read: true })
    const caseId = await registerCase(station)
    await attach(station, caseId, '行政处罚决定书.txt', DECISION)
    await station.workstation.workbench.reading.idle()
    await accept(station, caseId)
    await assign(station, caseId)
    const reviewer = station.as('reviewer')
    await reviewer.call('checklist.begin', { caseId })
    const { findings } = await reviewer.call('prereview.findings', { caseId, round: null })
    const [first, ...others] = findings
    await reviewer.call('prereview.decide', { caseId, key: first?.finding.key ?? '', expectedVersion: 0, decision: { outcome: 'dismissed', reason: '已与原件核对。' } })
    await issueRound(station, caseId, { no: DEFECT })
    const entry = (await station.as('supervisor').call('cases.history', { caseId })).find(({ act }) => act === 'opinion.submit')
    const { machine, lines } = await page(caseId)
    expect(others.length).toBeGreaterThan(0)
    expect(machine.filter(({ outcome }) => outcome === null).map(({ ruleId }) => ruleId).toSorted()).toEqual(others.map(({ finding }) => finding.ruleId).toSorted())
    expect(machine.find(({ outcome }) => outcome === null)).toMatchObject({ who: { name: '顾盼' }, entry: { seq: entry?.seq, hash: entry?.hash, holds: true } })
    expect(machine.filter(({ outcome }) => outcome !== null)).toMatchObject([{ ruleId: first?.finding.ruleId, outcome: 'dismissed', reason: '已与原件核对。', who: { name: '顾盼' } }])
    expect(lines.filter(({ departs }) => departs).map(({ act }) => act)).toContain('finding.dismiss')
  })
})

describe('when people leave, change post or name', () => {
  it('the page says the same as on the day, with today’s name beside it', async () => {
    const caseId = await issuedQuickly(station, DEFECT)
    const before = await page(caseId)
    await change('reviewer', '顾盼盼', '执法大队', ['handler'])
    await change('head', '韩正', '办公室', ['handler'])
    await change('handler', '田苗', '', ['reviewer'])
    await change('supervisor', '苏木', '', ['admin'])
    const personId = station.ids.get('reviewer') as PersonId
    const { version } = (await station.as('admin').call('people.list', {})).find(({ id }) => id === personId) ?? { version: 0 }
    await station.as('admin').call('people.setActive', { personId, expectedVersion: version, active: false })

    const after = await page(caseId, 'agencyHead')
    expect(postsOnly(after)).toEqual(postsOnly(before))
    const reviewer = after.checks.find(({ check }) => check === 'reviewer')?.people[0]?.who
    expect(reviewer).toMatchObject({ name: '顾盼', roles: ['reviewer'], today: { name: '顾盼盼', department: '执法大队', roles: ['handler'], active: false } })
    expect(before.checks.flatMap(({ people }) => people).every(({ who }) => who.today === null)).toBe(true)
  })

  it('what they do afterwards is told under the new name', async () => {
    const caseId = await assignedQuickly(station)
    await change('head', '韩直', '法制股', ['head'])
    await station.as('head').call('assignment.recuse', { caseId, personId: station.ids.get('reviewer2') as PersonId, reason: '与当事人有利害关系。' })
    const { lines } = await page(caseId)
    expect(lines.find(({ act }) => act === 'case.accept')?.who).toMatchObject({ name: '韩正', department: '', today: { name: '韩直' } })
    expect(lines.find(({ act }) => act === 'case.recuse')?.who).toMatchObject({ name: '韩直', department: '法制股', today: null })
  })
})

describe('a chain that was touched', () => {
  it('is told on the page, at the line and as a whole', async () => {
    const caseId = await issuedQuickly(station, DEFECT)
    expect(await station.as('handler').call('accountability.chain', {})).toMatchObject({ broken: null, missingWitnesses: [] })
    const line = (await page(caseId)).lines.find(({ act }) => act === 'case.accept')
    station.close()
    const database = connect(databasePath(station.folder), station.dataKey, 'write')
    database.exec('DROP TRIGGER audit_no_update')
    database.prepare("UPDATE audit SET content = replace(content, '其余', '全部') WHERE seq = ?").run(line?.entry.seq)
    database.close()
    station = await reopenTestStation(station)
    const { lines } = await page(caseId)
    expect(lines.filter(({ entry }) => !entry.holds).map(({ act }) => act)).toEqual(['case.accept'])
    expect(await station.as('handler').call('accountability.chain', {})).toMatchObject({ broken: { seq: line?.entry.seq, problem: 'hash' } })
  })
})

describe('the print', () => {
  it.each(['pdf', 'docx'] as const)('as %s has every line with its entry, and its own hash in the chain', async (format) => {
    const caseId = await issuedQuickly(station, DEFECT)
    const supervisor = station.as('supervisor')
    const made = await supervisor.call('accountability.print', { caseId, format })
    const bytes = await supervisor.read(made.reference)
    const file = join(temporaryFolder('print'), `page.${format}`)
    writeFileSync(file, bytes)
    const text = format === 'pdf' ? execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }) : execFileSync('unzip', ['-p', file, 'word/document.xml'], { encoding: 'utf8' })
    const words = text.replaceAll(/\s|<[^>]*>/g, '')
    for (const part of ['行政执法案件责任清单', '顾盼', '韩正', '田禾', '苏木', '通过：全链']) expect(words).toContain(part)
    const { lines } = await page(caseId)
    for (const { entry } of lines.filter(({ act }) => act !== 'case.printAccountability')) {
      expect(words).toContain(`#${entry.seq}`)
      expect(words).toContain(entry.hash.slice(0, 12))
    }
    const last = (await supervisor.call('cases.history', { caseId })).at(-1)
    expect(JSON.parse(last?.content ?? '{}')).toMatchObject({ format, sha256: made.sha256 })
    // it is for who asked
    await refusal(() => station.as('head').read(made.reference), 'not-found')
  })
})
