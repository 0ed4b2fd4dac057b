/** Every companion form made of a case: what the law and practice ask for stands in the PDF and in the DOCX, and is seen on the page. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORM_IDS, type FormId } from '../../../src/shared/forms/form-ids.ts'
import { FORM_LABELS } from '../../../src/shared/forms/form-words.ts'
import type { FormFact } from '../../../src/shared/forms/form-facts.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'
import { madeCases, makeForm, type MadeCases, type MadeOne } from './made-cases.ts'

let station: TestStation
let cases: MadeCases

beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-05-06T02:00:00.000Z') })
  for (const [login, name] of [['officer1', '方正'], ['officer2', '林立']] as const) {
    const credentials = [{ kind: 'enforcementCertificate', number: `43-${login}`, validFrom: '2020-01-01', validUntil: '2027-12-31' }]
    await station.addPerson(personFields(login, name, ['handler'], { credentials } as never))
  }
  cases = await madeCases(station)
}, 60_000)
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

type Plan = readonly [of: keyof MadeCases, login: string, given: Partial<Record<FormFact, string>>, words: readonly string[]]

/** Made where their records stand, and no papers of the case. */
type Sealed = 'interferenceRecord' | 'clueLetter'

/** What DOMAIN.md §3.4, §3.5, §5 and §7 ask of each form, as it stands on paper. */
const PLANS: Readonly<Record<Exclude<FormId, Sealed>, Plan>> = {
  submissionForm: ['inReview', 'handler', {}, ['重大行政执法决定法制审核送审表', '清川县碧波印染有限公司', '送审情形', '罚款200000元', '对所提交送审材料的真实性、准确性、完整性', '共2件', '田禾（执法证号4300001）', '承办机构负责人意见', '审核机构签收', '2026年4月7日']],
  materialsList: ['inReview', 'handler', {}, ['送审材料清单', '案件调查终结报告.txt', '份数', '页数', '原件或复印件', '是否提交', '否', 'SHA-256']],
  supplementNotice: ['returned', 'head', {}, ['送审材料补正通知书', '清环法审补〔2026〕2号', '行政处罚事先告知书送达回证', '补正理由：未见送达凭证', '2026年5月15日', '审核期限', '清川县生态环境局法制审核股']],
  extensionApproval: ['inReview', 'reviewer', { extensionLength: '3个工作日', extensionReason: '案情复杂，涉及多个法律关系。', extendedDue: '2026-05-20' }, ['期限延长审批表', '法制审核', '原届满日', '3个工作日', '案情复杂', '2026年5月20日', '审批意见']],
  reminder: ['inReview', 'head', { remindedReplyBy: '2026-05-08' }, ['法制审核事项催办单', '清环法审催〔2026〕1号', '2026年5月8日', '应当于', '办理情况反馈']],
  adoptionFeedback: ['disputed', 'handler', {}, ['采纳情况反馈表', '不采纳', '监测报告和现场笔录已经证明', '送审材料未见该项', '田禾', '2026年5月6日', '承办机构负责人意见']],
  objectionReview: ['disputed', 'head', {}, ['异议复核表', '审核意见与查明的事实不符', '原审核人', '顾盼', '复核结论', '复核人意见']],
  coordinationRecord: ['disputed', 'reviewer', {}, ['分歧会商记录', '局三楼会议室', '承办方', '审核方', '采样记录缺少当事人签字', '监测报告和现场笔录已经形成证据链', '提请局长办公会集体讨论决定']],
  collectiveDiscussion: ['disputed', 'head', {}, ['集体讨论记录', '主持人', '陆离', '高远', '认为现有证据已经足够', '江帆（出差）', '维持审核意见', '苏木']],
  transferApproval: ['transferred', 'handler', {}, ['涉嫌犯罪案件移送审批表', '污染环境罪', '方正、林立', '正职负责人或者主持工作的负责人审批意见', '批准移送', '自接到报告之日起三日内', '二十四小时内', '2026年5月9日', '刑法第三百三十八条']],
  transferLetter: ['transferred', 'handler', {}, ['涉嫌犯罪案件移送书', '清环移〔2026〕1号', '清川县公安局', '涉案物品清单', '本案没有涉案物品', '抄送：同级人民检察院', '（回执）', '接收人签字', '收到时间']],
  transferSupplement: ['supplementAsked', 'handler', { policeSupplied: '检验报告原件一份；现场照片十二张', policeUnsupplied: '无' }, ['移送案件材料补正函', '清环移补〔2026〕1号', '清川县公安局', '清公补〔2026〕4号', '2026年5月6日10时00分', '补充检验报告原件', '现场照片十二张', '第一百八十条第二款', '2026年5月9日', '（回执）', '污染环境罪']],
  reconsiderationRequest: ['notFiled', 'handler', {}, ['提请复议书', '清环移复〔2026〕1号', '清川县公安局', '清环移〔2026〕1号', '清公不立〔2026〕3号', '犯罪事实显著轻微', '总铬超标四倍，依法应当立案', '第九条第一款', '三日内作出立案或者不予立案的决定', '刑法第三百三十八条']],
  supervisionRequest: ['notFiled', 'handler', { procuratorate: '清川县人民检察院', supervisionReason: '监测数据证明总铬超标四倍，已达立案追诉标准。' }, ['立案监督建议书', '清环立监〔2026〕1号', '清川县人民检察院', '清公不立〔2026〕3号', '清公复〔2026〕1号', '维持不予立案', '已达立案追诉标准', '依法进行立案监督']],
  goodsHandover: ['filed', 'officer1', { goodsTyped: '暗管，直径110毫米PVC管，1根，已截断封存\n账本，纸质，3册，完好，复印件留存', handoverPapers: '案卷材料两册' }, ['涉案物品和材料移交清单', '清公立字〔2026〕11号', '2026年5月9日', '暗管', '直径110毫米PVC管', '已截断封存', '复印件留存', '案卷材料两册', '移交人', '接收人', '三日内移交涉案物品和其他材料', '第十二条']],
  procuratorialReply: ['cameBack', 'handler', { returnResult: '已作出清环罚〔2026〕9号行政处罚决定，罚款二十万元。' }, ['检察意见回复函', '清环检复〔2026〕1号', '清川县人民检察院', '清检行意〔2026〕7号检察意见书', '清检刑不诉〔2026〕5号', '2026年4月22日', '酌定不起诉', '可以处罚', '给予行政处罚', '被不起诉不影响行政责任', '清环罚〔2026〕9号', '第一百七十七条第三款', '2026年6月22日', '在处罚时效内', '2028年3月9日']],
  ledgerPage: ['decided', 'reviewer', {}, ['台账登记页', '第1轮', '200000元', '指定分配', '采纳', '清环罚〔2026〕8号', '问题数量', '复议诉讼结果', '公示情况', '归档日期', '备注']],
  fileCover: ['decided', 'handler', { closedOn: '2026-05-06', retention: '30年', volume: '正卷', pageCount: '56页', filer: '田禾' }, ['行政执法案卷', '清环罚〔2026〕8号', '立案日期', '结案日期', '保管期限', '30年', '总页数', '56页']],
  fileIndex: ['decided', 'handler', {}, ['卷内目录', '正卷', '副卷', '法制审核意见书', '页号', '文书名称']],
  fileBackNote: ['decided', 'handler', { archiveNote: '本卷共56页，无缺页。', pageCount: '56页', filer: '田禾', fileChecker: '韩正', archivedOn: '2026-05-06' }, ['卷内备考表', '本卷共56页，无缺页', '立卷人', '检查人', '韩正']],
  hearingRightNotice: ['inReview', 'handler', {}, ['行政处罚听证告知书', '清环听告〔2026〕1号', '清川县碧波印染有限公司', '罚款200000元', '第六十三条', '五个工作日内', '不承担本机关组织听证的费用', '进行陈述和申辩']],
  hearingApplication: ['inReview', 'handler', {}, ['听证申请书', '清川县生态环境局', '清川县碧波印染有限公司', '委托代理人', '申请事项', '事实和理由', '申请人（签名或者盖章）', '五个工作日']],
  hearingNotice: ['inReview', 'handler', { hearingOn: '2026年5月20日9时', hearingPlace: '局一楼听证室', hearingChair: '梁实' }, ['听证通知书', '清环听通〔2026〕1号', '2026年5月20日9时', '局一楼听证室', '梁实', '申请回避', '委托一至二人代理']],
  hearingRecord: ['inReview', 'handler', { hearingOn: '2026年5月20日9时', hearingPlace: '局一楼听证室', hearingChair: '梁实' }, ['听证笔录', '当事人申辩和质证', '当事人或者代理人核对', '梁实']],
  hearingReport: ['inReview', 'handler', { hearingCourse: '2026年5月20日举行听证。', hearingHandlers: '建议罚款二十万元。', hearingParty: '当事人对监测方法提出异议。', hearingAdvice: '建议维持拟作决定。' }, ['听证报告', '听证案由', '2026年5月20日9时', '局一楼听证室', '梁实', '听证的基本情况', '当事人对监测方法提出异议', '建议维持拟作决定', '第六十五条']],
}

/** Where the pages are kept to be looked at; nowhere unless it is asked for. */
const KEPT = process.env['FORM_PAGES']

const bare = (text: string): string => text.replaceAll(/\s+/gu, '')

function pdfText(path: string): string {
  return bare(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }))
}

/** Every run of text of the Word file. */
function docxText(path: string): string {
  const xml = execFileSync('unzip', ['-p', path, 'word/document.xml'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return bare([...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text).join('')).replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** Share of dark pixels of each page, in percent. */
function inkOf(path: string, folder: string, name: string): number[] {
  execFileSync('pdftoppm', ['-r', '50', '-gray', path, join(folder, name)])
  const files = execFileSync('ls', [folder], { encoding: 'utf8' }).split('\n').filter((file) => file.startsWith(`${name}-`))
  return files.map((file) => {
    const image = execFileSync('cat', [join(folder, file)], { maxBuffer: 8 * 1024 * 1024 })
    const body = image.subarray(image.length - 413 * 585)
    return (body.filter((value) => value < 140).length / body.length) * 100
  })
}

describe.each(Object.entries(PLANS) as [Exclude<FormId, Sealed>, Plan][])('%s', (form, [of, login, given, words]) => {
  it('has every required element and the facts of the case in PDF and DOCX, and every page shows them', async () => {
    const facts = Object.entries(given).map(([fact, value]) => ({ fact: fact as FormFact, value }))
    const { made, preview }: MadeOne = await makeForm(station, login, cases[of], form, facts)
    const folder = KEPT ?? temporaryFolder('form')
    mkdirSync(folder, { recursive: true })
    const [pdf, docx] = [join(folder, `${form}.pdf`), join(folder, `${form}.docx`)]
    writeFileSync(pdf, await station.as(login).read(`document/${made.pdfDocumentId}`))
    writeFileSync(docx, await station.as(login).read(`document/${made.docxDocumentId}`))
    const row = station.workstation.workbench.catalogue.forms.find(({ id }) => id === form)
    const labels = (row?.elements ?? []).filter(({ by, required }) => required && by !== 'wording').map(({ label }) => label)
    for (const text of [pdfText(pdf), docxText(docx)]) for (const asked of [...labels, ...words]) expect(text).toContain(bare(asked))
    for (const ink of inkOf(pdf, folder, form)) expect(ink).toBeGreaterThan(0.2)
    expect(made.number === null).toBe(row?.number === null)
    expect(made.lacks).toEqual(preview.lacks.map(({ label }) => label))
  })
})

it('there is a plan for every form but the sealed ones, and each is called in messages as in the catalogue', () => {
  expect([...Object.keys(PLANS), 'interferenceRecord', 'clueLetter'].toSorted()).toEqual([...FORM_IDS].toSorted())
  for (const { id, name } of station.workstation.workbench.catalogue.forms) expect(FORM_LABELS[id]).toEqual(name)
})

it('a record of interference is no paper of the case: it can only be printed empty', async () => {
  const offers = await station.as('reviewer').call('forms.ofCase', { caseId: cases.decided })
  expect(offers.find(({ form }) => form === 'interferenceRecord')).toMatchObject({ wait: 'sealed', abouts: [], mayMake: false })
  const blank = await station.as('reviewer').call('forms.blank', { form: 'interferenceRecord', format: 'pdf' })
  const folder = KEPT ?? temporaryFolder('form')
  const file = join(folder, 'interferenceRecord.pdf')
  writeFileSync(file, await station.as('reviewer').read(blank.reference))
  const text = pdfText(file)
  for (const words of ['干预时间', '干预人', '单位和职务', '干预方式', '干预内容', '处理情况', '报告日期', '记录人', '单独密封保管']) expect(text).toContain(words)
  expect(text).not.toContain('碧波')
})
