/** 台账登记页, 案卷封面, 卷内目录, 备考表 and 集体讨论记录, filled from what the case knows; a person may say it otherwise. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSamplePapers, SAMPLE_RENDER_OPTIONS } from '../../../src/main/samples/generate.ts'
import { renderPdf } from '../../../src/main/documents/pdf.ts'
import type { Form } from '../../../src/shared/catalogue/forms.ts'
import { insertDocument } from '../../../src/main/documents/made-documents.ts'
import { composeForm } from '../../../src/shared/forms/compose-form.ts'
import type { FormPreview, GivenFacts } from '../../../src/shared/forms/contract.ts'
import { NO_FACTS } from '../../../src/shared/forms/form-facts.ts'
import type { FormId } from '../../../src/shared/forms/form-ids.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { assignedQuickly, issueRound } from '../../support/followed-case.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { CATALOGUE } from '../../support/case-files.ts'
import { attach, caseFields } from '../../support/test-case.ts'
import { createTestStation, RESOURCES, type TestStation } from '../../support/test-station.ts'
import { makeForm } from './made-cases.ts'

/** 送审函, 立案审批表, 调查终结报告, 集体讨论笔录, 处罚决定书 … of the sample, in the order in which they came in. */
const PAPERS = ['01', '04', '12', '19', '20', '29', '30']

let station: TestStation
let caseId: CaseId
let now = new Date('2026-05-06T02:00:00.000Z')

beforeAll(async () => {
  station = await createTestStation({ read: true, now: () => now })
  caseId = await assignedQuickly(station)
  const client = station.as('handler')
  for (const paper of await readSamplePapers(join(RESOURCES, 'samples/penalty-no-permit'))) {
    if (!PAPERS.includes(paper.file.slice(0, 2))) continue
    // all as PDF: a Word file has no pages of its own
    const name = paper.file.replace(/\.\w+$/u, '.pdf')
    const staged = await client.stage(name, (await renderPdf(paper.document, SAMPLE_RENDER_OPTIONS)).bytes)
    await client.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name, kind: null }] })
  }
  const staged = await client.stage('县领导过问记录.png', Buffer.from('89504e470d0a1a0a', 'hex'))
  await client.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '县领导过问记录.png', kind: 'other' }] })
  await station.workstation.workbench.reading.idle()
  await issueRound(station, caseId)
}, 120_000)
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const look = (form: FormId, about = 'case', given: GivenFacts = [], of = caseId) => station.as('handler').call('forms.preview', { caseId: of, form, about, given })
const words = ({ pages }: FormPreview): string => pages.pages.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.flatMap(({ texts }) => texts))).join('')
const known = ({ asked }: FormPreview) => Object.fromEntries(asked.map((one) => [one.fact, one.known]))
const offer = async (form: FormId) => (await station.as('handler').call('forms.ofCase', { caseId })).find((one) => one.form === form)

async function decide(of: CaseId): Promise<void> {
  await station.as('handler').call('followup.adopt', { caseId: of, answeredBy: '田禾', answeredOn: '2026-05-06', replies: [] })
  const { party, effects, citations, actionKinds } = caseFields()
  const decision = { number: '清环罚〔2026〕8号', decidedOn: '2026-05-06', actionKinds, effects: effects.map((effect) => ({ ...effect, party: party.name })), citations, facts: { changed: false, how: '' } }
  await station.as('handler').call('followup.decide', { caseId: of, decision })
}

describe('the minutes of an ordinary collective discussion', () => {
  it('are read from the paper that came in: who, what each said, the outcome; the rest is asked', async () => {
    const minutes = (await offer('collectiveDiscussion'))?.abouts ?? []
    expect(minutes.map(({ label }) => label['zh-CN'])).toEqual([expect.stringMatching(/^据送审材料“29-集体讨论笔录/), '尚未记录的讨论，另行填写'])
    const shown = await look('collectiveDiscussion', minutes[0]?.key)
    for (const said of ['梁正宏（局长）', '方志鹏', '总工程师', '同意罚款32万元', '要把采纳和不采纳当事人意见的理由写进决定书', '一致同意对岚清市恒盛电镀有限公司处罚款人民币320000元']) expect(words(shown)).toContain(said)
    expect(known(shown)).toMatchObject({ discussionOn: '2026年5月11日', discussionPlace: '局三楼会议室', discussionRecorder: '付雪', absent: null, discussionReason: null })
    expect(shown.lacks.map(({ id }) => id)).toEqual(['discussionReason'])
  })

  it('what was read wrongly is put right by hand, and it is made so', async () => {
    const given: GivenFacts = [
      { fact: 'discussionRecorder', value: '苏木' },
      { fact: 'discussionOn', value: '2026-05-12' },
      { fact: 'discussionReason', value: '事实清楚，裁量适当。' },
      // a record is not written over
      { fact: 'party', value: '某甲' },
    ]
    const { preview, made } = await makeForm(station, 'handler', caseId, 'collectiveDiscussion', given)
    for (const said of ['苏木', '2026年5月12日', '事实清楚，裁量适当。']) expect(words(preview)).toContain(said)
    for (const unsaid of ['付雪', '某甲']) expect(words(preview)).not.toContain(unsaid)
    expect(made.lacks).toEqual([])
  })

  it('that are not among the papers are an empty form that says what it lacks', async () => {
    const shown = await look('collectiveDiscussion')
    expect(known(shown)).toMatchObject({ discussionOn: null, chair: null, discussionMatter: expect.stringContaining('行政处罚决定') as string })
    expect(shown.lacks.map(({ id }) => id)).toEqual(['discussionOn', 'chair', 'discussionRecorder', 'ordinal', 'name', 'view', 'stance', 'discussionOutcome', 'discussionReason'])
  })
})

describe('the file of a case that is over', () => {
  beforeAll(() => decide(caseId))

  it('is listed in two volumes with the pages of each paper: what stays inside stands in the secondary one', async () => {
    const text = words(await look('fileIndex'))
    const order = [...text.matchAll(/(正卷|副卷)(?!在前)/gu)].map(([volume]) => volume)
    expect(order.indexOf('副卷')).toBeGreaterThan(0)
    expect(order.slice(order.indexOf('副卷'))).not.toContain('正卷')
    const inside = text.slice(text.indexOf('副卷'))
    for (const paper of ['送审函', '调查终结报告', '集体讨论笔录', '法制审核意见书', '过问记录']) expect([paper, inside.includes(paper)]).toEqual([paper, true])
    for (const paper of ['立案审批表', '处罚决定书', '询问笔录', '告知书']) expect([paper, text.slice(0, text.indexOf('副卷')).includes(paper)]).toEqual([paper, true])
    const main = words(await look('fileIndex', 'main'))
    expect(main).not.toContain('集体讨论笔录')
    expect(main).toMatch(/立案审批表.*1/u)
  })

  it('says how thick it is only where the pages of every paper are known; it can be said otherwise', async () => {
    const whole = await look('fileCover')
    const [main, secondary] = await Promise.all([look('fileCover', 'main'), look('fileCover', 'secondary')])
    const pages = [whole, main, secondary].map((one) => Number(/^(\d+)页$/u.exec(known(one)['pageCount'] ?? '')?.[1]))
    expect(pages[0]).toBeGreaterThan(10)
    expect(pages[0]).toBe((pages[1] ?? 0) + (pages[2] ?? 0))
    expect(known(await look('fileBackNote'))['archiveNote']).toMatch(new RegExp(`^本卷共\\d+件${pages[0]}页，其中正卷\\d+件${pages[1]}页，副卷\\d+件${pages[2]}页。$`, 'u'))
    expect(words(await look('fileCover', 'case', [{ fact: 'pageCount', value: '99页' }]))).toContain('99页')
  })

  it('lacks its pages where one paper has none of its own, from that paper on', async () => {
    const other = await assignedQuickly(station)
    const pdf = await renderPdf(composeForm({ form: CATALOGUE.forms[0] as Form, facts: NO_FACTS, station: { agency: '甲', reviewBody: '乙' }, number: null, on: null, watermark: null }).document, SAMPLE_RENDER_OPTIONS)
    await attach(station, other, '送审表.pdf', pdf.bytes)
    await attach(station, other, '现场说明.txt', '没有固定页数')
    await station.workstation.workbench.reading.idle()
    await issueRound(station, other)
    await decide(other)
    const cover = await look('fileCover', 'case', [], other)
    expect(known(cover)['pageCount']).toBeNull()
    expect(cover.lacks.map(({ id }) => id)).toContain('pageCount')
    expect((await look('fileIndex', 'case', [], other)).lacks.map(({ id }) => id)).toContain('pages')
    // the secondary volume holds the form and the opinion, both with pages
    expect(known(await look('fileCover', 'secondary', [], other))['pageCount']).toMatch(/^\d+页$/u)
    expect(known(await look('fileBackNote', 'case', [], other))['archiveNote']).toMatch(/^本卷共3件，其中正卷1件，副卷2件\d+页。$/u)
  })

  it('says whether it was published, and what became of it in reconsideration and court', async () => {
    const shown = await look('ledgerPage')
    expect(known(shown)).toEqual({ published: '尚未公开', remedyResult: null })
    const proof = await station.as('handler').stage('公示截图.png', Buffer.from('89504e470d0a1a0a', 'hex'))
    const publication = { caseId, place: 'place.agency-site', placeName: '', address: 'https://www.example.gov.cn/8', what: 'summary', maskingId: null, note: '' } as const
    now = new Date('2026-07-01T02:00:00.000Z')
    await station.as('handler').call('disclosure.recordPublication', { ...publication, publishedOn: '2026-05-08', proofs: [{ stagedId: proof.id, name: '公示截图.png' }] })
    await station.as('handler').call('deadlines.recordDay', { caseId, event: 'remedySought', on: '2026-06-01', at: null, note: '清川县人民政府', materialId: null })
    // the proof is a paper of the file, with its page
    expect((await look('fileIndex', 'case')).lacks.map(({ id }) => id)).not.toContain('pages')
    const sought = known(await look('ledgerPage'))
    expect(sought['published']).toMatch(/^2026年5月8日在.*公开$/u)
    expect(sought['remedyResult']).toBe('2026年6月1日申请复议或者起诉（清川县人民政府）')
    await station.as('handler').call('disclosure.recordChange', { caseId, outcome: 'annulled', organ: '清川县人民政府', number: '清政复决〔2026〕3号', changedOn: '2026-06-20', note: '' })
    const note = await look('fileBackNote')
    expect(known(note)['remedyResult']).toBe('2026年6月1日申请复议或者起诉（清川县人民政府）；2026年6月20日决定被撤销（清川县人民政府 清政复决〔2026〕3号）')
    const said = words(await look('fileBackNote', 'case', [{ fact: 'remedyResult', value: '复议撤销，已经结案' }]))
    expect(said).toContain('复议撤销，已经结案')
    expect(said).not.toContain('清政复决')
  })

  it('says for how long it is kept once the head has settled it, and who filed it where', async () => {
    expect(known(await look('fileCover'))).toMatchObject({ retention: null, filer: null })
    const excuses = (['decisionPaper', 'serviceReceipt', 'submission'] as const).map((item) => ({ item, reason: '另卷存放。' }))
    await station.as('handler').call('followup.archive', { caseId, on: '2026-07-01', archive: { place: '2026-环-018', pages: 96, excuses } })
    expect(known(await look('fileCover'))).toMatchObject({ retention: null, pageCount: '96页', filer: '田禾' })
    const { until } = await station.as('head').call('accountability.settleRetention', { caseId, periodId: 'retention.30', reason: '' })
    expect(until).toBe('2056-12-31')
    const cover = await look('fileCover')
    expect(known(cover)['retention']).toBe('定期30年，至2056年12月31日')
    for (const said of ['96页', '2026-环-018', '2026年7月1日', '定期30年']) expect(words(cover)).toContain(said)
    expect(words(await look('fileCover', 'case', [{ fact: 'retention', value: '永久' }]))).toContain('永久')
  })

  it('lists a notice that was printed before forms had a register', async () => {
    expect(words(await look('fileIndex', 'secondary'))).not.toContain('补正通知书')
    const notice = { id: '019a0000-0000-7000-8000-00000000abcd', caseId, round: 1, kind: 'supplementNotice', name: '补正通知书.pdf', number: null, mediaType: 'application/pdf', size: 4, sha256: 'a'.repeat(64), pages: 1 } as const
    station.workstation.workbench.withoutAudit('test', (writer) => insertDocument(writer, notice, '2026-04-02T02:00:00.000Z'))
    expect(words(await look('fileIndex', 'secondary'))).toContain('补正通知书')
  })

  it('is told of a remedy that came after it was archived', async () => {
    await station.as('handler').call('deadlines.recordDay', { caseId, event: 'reconsidered', on: '2026-06-25', at: null, note: '清川县人民政府', materialId: null })
    expect(known(await look('fileBackNote'))['remedyResult']).toContain('2026年6月25日')
    const late = station.as('handler').call('deadlines.recordDay', { caseId, event: 'paid', on: '2026-06-25', at: null, note: '', materialId: null })
    await expect(late).rejects.toMatchObject({ code: 'clock-case-over' })
  })
})
