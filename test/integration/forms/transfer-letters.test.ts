/** Letters of a transfer and of its way back: when each can be made, by whom, what it lacks, and what later steps take from it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FormPreview, GivenFacts } from '../../../src/shared/forms/contract.ts'
import type { FormId } from '../../../src/shared/forms/form-ids.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTransferStation, STEPS, type Track, type TransferStation } from '../transfer/transferring.ts'
import { makeForm } from './made-cases.ts'

let here: TransferStation
beforeAll(async () => void (here = await createTransferStation()))
beforeEach(() => here.at('2026-04-07T09:00'))
afterAll(() => {
  here.station.close()
  removeTemporaryFolders()
})

const as = (login: string) => here.station.as(login)
const offerOf = async (caseId: CaseId, form: FormId, login = 'handler') => (await as(login).call('forms.ofCase', { caseId })).find((one) => one.form === form)
const waitOf = async (caseId: CaseId, form: FormId) => (await offerOf(caseId, form))?.wait
const look = (caseId: CaseId, form: FormId, given: GivenFacts = [], login = 'handler') => as(login).call('forms.preview', { caseId, form, about: 'case', given })
const words = ({ pages }: FormPreview): string => pages.pages.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.flatMap(({ texts }) => texts))).join('')
const lacking = ({ lacks }: FormPreview) => lacks.map(({ id }) => id)

/** With the police since nine o'clock. */
async function accepted(): Promise<Track> {
  const track = await here.newCase()
  await track.raise()
  await track.team()
  await track.report()
  await track.decide()
  await track.step(STEPS.deliver('2026-04-07T09:00'))
  await track.step(STEPS.receipt('2026-04-07T09:00'))
  return track
}

const LETTERS = ['transferSupplement', 'reconsiderationRequest', 'supervisionRequest', 'goodsHandover'] as const

describe('a letter of a transfer', () => {
  it('waits for its step and says for which', async () => {
    const { caseId } = await here.newCase()
    for (const form of LETTERS) expect(await waitOf(caseId, form)).toBe('noSuspicion')
    expect(await waitOf(caseId, 'procuratorialReply')).toBe('nothingCameBack')
    expect(await waitOf(caseId, 'clueLetter')).toBe('sealedClue')
    const track = await accepted()
    expect(await Promise.all(LETTERS.map((form) => waitOf(track.caseId, form)))).toEqual(['noPoliceSupplement', 'noNonFiling', null, 'notFiledYet'])
    await track.step(STEPS.filing('2026-04-07T09:00'))
    expect(await Promise.all(LETTERS.map((form) => waitOf(track.caseId, form)))).toEqual(['noPoliceSupplement', 'noNonFiling', 'filedByPolice', null])
    const delivered = await here.newCase()
    await delivered.raise()
    expect(await waitOf(delivered.caseId, 'supervisionRequest')).toBe('noReceipt')
  })

  it('is made by who handles the case, by the team, and by a head; other officers and reviewers only look at it', async () => {
    const track = await accepted()
    await track.step(STEPS.filing('2026-04-07T09:00'))
    const may = async (login: string) => (await offerOf(track.caseId, 'goodsHandover', login))?.mayMake
    for (const login of ['handler', 'officer1', 'officer2', 'head', 'agencyHead']) expect([login, await may(login)]).toEqual([login, true])
    for (const login of ['handler2', 'officer3', 'reviewer', 'supervisor']) expect([login, await may(login)]).toEqual([login, false])
    const before = footprint(here.station.workstation.workbench.reader)
    const make = as('handler2').call('forms.make', { caseId: track.caseId, form: 'goodsHandover', about: 'case', given: [], lacks: [] })
    expect(await refusal(make, 'form-not-yours')).toEqual({ form: 'form/goodsHandover', side: 'formSide/transfer' })
    expect(footprint(here.station.workstation.workbench.reader)).toEqual(before)
  })

  it('says what it lacks, and takes what is typed in', async () => {
    const track = await accepted()
    await track.step(STEPS.supplementNotice('2026-04-07T09:00'))
    expect(lacking(await look(track.caseId, 'transferSupplement'))).toEqual(['supplied'])
    await track.step(STEPS.supply('2026-04-07T09:00'))
    const supplied = await look(track.caseId, 'transferSupplement')
    expect([lacking(supplied), supplied.asked.map(({ fact }) => fact)]).toEqual([[], ['policeNoticeNumber', 'policeUnsupplied']])
    await track.step(STEPS.nonFiling('2026-04-07T09:00'))
    expect(lacking(await look(track.caseId, 'reconsiderationRequest'))).toEqual(['reason'])
    expect(lacking(await look(track.caseId, 'reconsiderationRequest', [{ fact: 'reconsiderationReason', value: '已达追诉标准。' }]))).toEqual([])
    expect(lacking(await look(track.caseId, 'supervisionRequest'))).toEqual(['procuratorate', 'reason'])
  })

  it('goes to the police to whom the case was passed on', async () => {
    const track = await here.newCase()
    await track.raise()
    await track.team()
    await track.report()
    await track.decide()
    for (const step of [STEPS.deliver('2026-04-07T09:00'), STEPS.forward('2026-04-07T09:00'), STEPS.receipt('2026-04-07T09:00'), STEPS.nonFiling('2026-04-07T09:00')]) await track.step(step)
    expect(words(await look(track.caseId, 'reconsiderationRequest'))).toContain('示例市公安局：')
  })

  it('has the number under which the step is then recorded, until it is void', async () => {
    const track = await accepted()
    await track.step(STEPS.nonFiling('2026-04-07T09:00'))
    const { made } = await makeForm(here.station, 'officer1', track.caseId, 'reconsiderationRequest', [{ fact: 'reconsiderationReason', value: '已达追诉标准。' }])
    expect(made.number).toMatch(/^清环移复〔2026〕\d+号$/u)
    expect((await track.look()).numbers).toEqual({ requestReconsideration: made.number })
    await as('handler').call('forms.void', { id: made.id, reason: '理由写错了' })
    expect((await track.look()).numbers).toEqual({})
  })
})

describe('the suggestion to supervise', () => {
  it('says that the police are late only once their three days are over', async () => {
    const track = await accepted()
    expect(lacking(await look(track.caseId, 'supervisionRequest'))).toContain('ground')
    here.at('2026-04-11T09:00')
    const late = await look(track.caseId, 'supervisionRequest')
    expect(lacking(late)).not.toContain('ground')
    expect(words(late)).toContain('审查期限于2026年4月10日届满，至今没有作出是否立案的决定')
  })

  it('names art. 9 only where a notice of non-filing came; of police who are late, it asks on what the suggestion rests', async () => {
    const track = await accepted()
    here.at('2026-04-11T09:00')
    const late = await look(track.caseId, 'supervisionRequest')
    expect(lacking(late)).toContain('supervisionBasis')
    expect(late.lacks.every(({ verified }) => !verified)).toBe(true)
    expect(words(late)).not.toContain('第九条')
    expect(late.asked).toContainEqual(expect.objectContaining({ fact: 'supervisionBasis', known: null }))
    const typed = await look(track.caseId, 'supervisionRequest', [{ fact: 'supervisionBasis', value: '有关规定第五条' }])
    expect(words(typed)).toContain('根据有关规定第五条的规定，建议')
    await track.step(STEPS.nonFiling('2026-04-11T09:00'))
    const refused = await look(track.caseId, 'supervisionRequest')
    expect(lacking(refused)).not.toContain('supervisionBasis')
    expect(words(refused)).toContain('根据《行政执法机关移送涉嫌犯罪案件的规定》第九条的规定，建议')
  })

  it('says what was so when it was asked for, whatever the police did then', async () => {
    const track = await accepted()
    here.at('2026-04-11T09:00')
    await track.step(STEPS.supervise('2026-04-11T09:00'))
    here.at('2026-04-15T09:00')
    await track.step(STEPS.filing('2026-04-15T09:00'))
    const printed = words(await look(track.caseId, 'supervisionRequest'))
    expect(printed).toContain('审查期限于2026年4月10日届满，截至2026年4月11日没有作出是否立案的决定')
    expect(printed).not.toContain('至今')
  })
})

describe('the list of goods', () => {
  it('has a row for each line that was typed in, and says which columns are empty', async () => {
    const track = await accepted()
    await track.step(STEPS.filing('2026-04-07T09:00'))
    const known = await look(track.caseId, 'goodsHandover')
    const asked = known.asked.find(({ fact }) => fact === 'goodsTyped')
    // the delivery said that there are none: a proposal that can be written over
    expect(asked).toMatchObject({ kind: 'rows', known: '本案没有涉案物品，—，—，—', columns: ['物品名称', '规格型号', '数量', '特征和状况', '备注'] })
    const typed = await look(track.caseId, 'goodsHandover', [{ fact: 'goodsTyped', value: '铬渣，桶装，2桶，密封，编号1，编号2\n水泵' }])
    expect(words(typed)).toContain('铬渣')
    expect(words(typed)).not.toContain('本案没有涉案物品')
    expect(lacking(typed)).toEqual(['quantity', 'state', 'papers'])
  })

  it('has what was handed over once that is recorded', async () => {
    const track = await accepted()
    await track.step(STEPS.filing('2026-04-07T09:00'))
    await track.step({ ...STEPS.handOver('2026-04-07T09:00'), goods: '废酸3桶，编号1-3，封存完好，共1,000千克' } as never)
    const list = await look(track.caseId, 'goodsHandover')
    // the words were written for no columns: they stand whole as the name, and the other columns are asked for
    expect(list.asked.find(({ fact }) => fact === 'goodsTyped')?.known).toBe('废酸3桶、编号1-3、封存完好、共1,000千克')
    expect(lacking(list)).toEqual(['quantity', 'state'])
    for (const said of ['案卷材料两册', '2026年4月7日9时00分']) expect(words(list)).toContain(said)
    const typed = await look(track.caseId, 'goodsHandover', [{ fact: 'goodsTyped', value: '废酸，桶装，3桶，封存完好，编号1-3' }])
    expect(lacking(typed)).toEqual([])
  })
})

describe('the answer to the procuratorate', () => {
  const RETURNED = {
    kind: 'suggestion', procuratorate: '清川县人民检察院', issuedOn: '2026-04-01', receivedOn: '2026-04-02', decisionNumber: '清检刑不诉〔2026〕2号', decidedOn: '2026-03-30',
    ground: 'statutory', party: '另一家公司', offence: '非法经营罪', asked: '建议给予行政处罚', answerBy: null,
  } as const

  it('is about each that was registered, lacks what was not decided, and gives its number to the answer', async () => {
    const { caseId } = await here.newCase()
    const { id } = await as('handler').call('transfer.registerReturn', { fields: { ...RETURNED, caseId, number: '清检建〔2026〕1号' } })
    const reply = (given: GivenFacts = []) => as('handler').call('forms.preview', { caseId, form: 'procuratorialReply', about: id, given })
    expect(lacking(await reply())).toEqual(['limitation', 'basis', 'punishable', 'explanation', 'outcome', 'reason', 'result'])
    const assessment = { actEndedOn: '2023-03-09', discoveredOn: '2026-03-10', limitationId: 'period.limitation.national', basis: '', competent: true, explanation: '已过二年。' } as const
    await as('head').call('transfer.setAssessment', { id, expectedVersion: 1, assessment })
    await as('head').call('transfer.decideReturn', { id, expectedVersion: 2, decision: { outcome: 'noPenalty', reason: '已过处罚时效。' } })
    const decided = await reply([{ fact: 'returnResult', value: '不予行政处罚，已告知当事人。' }])
    expect(lacking(decided)).toEqual([])
    for (const said of ['清检建〔2026〕1号检察建议书', '另一家公司', '法定不起诉', '不能处罚：已过处罚时效、没有处罚依据', '处罚时效至2025年3月9日', '不予处罚']) expect(words(decided)).toContain(said)
    expect((await as('handler').call('transfer.wayBack', { caseId }))[0]?.replyNumber).toBeNull()
    const { made } = await makeForm(here.station, 'handler', caseId, 'procuratorialReply', [{ fact: 'returnResult', value: '不予行政处罚。' }])
    expect((await as('handler').call('transfer.wayBack', { caseId }))[0]?.replyNumber).toBe(made.number)
  })

  it('about a case that the station does not have is printed for who answers it', async () => {
    const { id } = await as('handler').call('transfer.registerReturn', { fields: { ...RETURNED, caseId: null, number: '清检建〔2026〕2号' } })
    const { reference, name } = await as('handler').call('transfer.replyPaper', { id, format: 'pdf' })
    expect(name).toContain('检察意见回复函')
    expect((await as('handler').read(reference)).subarray(0, 5).toString()).toBe('%PDF-')
    await refusal(as('reviewer').call('transfer.replyPaper', { id, format: 'pdf' }), 'not-allowed')
  })

  it('about a case of the station is printed neither for another handler nor for who is recused', async () => {
    const { caseId } = await here.newCase()
    const { id } = await as('handler').call('transfer.registerReturn', { fields: { ...RETURNED, caseId, number: '清检建〔2026〕3号' } })
    await refusal(as('handler2').call('transfer.replyPaper', { id, format: 'pdf' }), 'not-your-part')
  })
})
