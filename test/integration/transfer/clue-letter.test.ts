/** The letter that passes a clue on: made only by who may see the clue, from its own record, and no paper of any case. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertClue, insertClueStep } from '../../../src/main/transfer/clue-record.ts'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import { personFields } from '../../support/test-station.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTransferStation, type TransferStation } from './transferring.ts'

type Clue = MethodInput<'transfer.addClue'>['fields']
const CLUE: Clue = {
  caseId: null,
  ground: 'dutyOffence',
  names: ['某甲'],
  about: '清川县某所 副所长',
  facts: '当事人称检查前一日接到某甲电话。',
  evidence: '询问笔录第三页',
  sentTo: 'supervisoryCommission',
  organ: '清川县监察委员会',
  number: '清环线〔2026〕1号',
  sentOn: null,
}

let here: TransferStation
beforeAll(async () => {
  here = await createTransferStation()
  here.at('2026-04-20T09:00')
  await here.station.addPerson(personFields('ming', '李明', ['head']))
  await here.station.addPerson(personFields('minghua', '李明华', ['head']))
})
afterAll(() => {
  here.station.close()
  removeTemporaryFolders()
})
const as = (login: string) => here.station.as(login)
const add = (change: Partial<Clue>) => as('reviewer').call('transfer.addClue', { fields: { ...CLUE, ...change } })
const paper = (login: string, id: string, format: 'pdf' | 'docx' = 'pdf') => as(login).call('transfer.cluePaper', { id, format })

/** Where the pages are kept to be looked at; nowhere unless it is asked for. */
const KEPT = process.env['FORM_PAGES']

async function textOf(login: string, id: string, name: string): Promise<string> {
  const { reference } = await paper(login, id)
  const folder = KEPT ?? temporaryFolder('clue')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, await as(login).read(reference))
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, '')
}

it('says to whom, on which provision, about whom, what is known and where the papers are, with the number of the clue', async () => {
  const caseId = (await here.newCase()).caseId
  const { id } = await add({ caseId })
  const text = await textOf('supervisor', id, 'clueLetter')
  for (const said of ['公职人员问题线索移送函', '清环线〔2026〕1号', '清川县监察委员会：', '涉嫌职务犯罪', '第十九条', '《中华人民共和国监察法》第三十七条第一款', '某甲，清川县某所副所长', '当事人称检查前一日接到某甲电话', '询问笔录第三页', '一案中发现', '不得向反映对象', '（回执）', '接收人签字', '2026年4月20日']) {
    expect(text).toContain(said)
  }
  const other = await add({ ground: 'dutyOffence', sentTo: 'procuratorate', organ: '清川县人民检察院', number: '' })
  const toProcuratorate = await textOf('reviewer', other.id, 'clueLetter-procuratorate')
  for (const said of ['清川县人民检察院：', '第十九条', '行政执法工作中发现']) expect(toProcuratorate).toContain(said)
  expect(toProcuratorate).not.toContain('监察法')
})

it('of art. 18 goes to the supervisory commission only; one that an older version recorded for the procuratorate can still be read and printed', async () => {
  const wrong = { ground: 'transferMisconduct', sentTo: 'procuratorate', organ: '清川县人民检察院', number: '' } as const
  expect(await refusal(add(wrong), 'invalid-input')).toMatchObject({ field: 'fields.sentTo', problem: 'commission-only' })
  const { id } = await add({ ...wrong, sentTo: 'supervisoryCommission', organ: '清川县监察委员会' })
  const text = await textOf('reviewer', id, 'clueLetter-18')
  for (const said of ['清川县监察委员会：', '第十八条', '监察法']) expect(text).toContain(said)
  const old = '0190a000-0000-7000-8000-0000000000c1'
  const recorded = { ...CLUE, ...wrong, caseId: null, sentOn: null }
  const { workbench } = here.station.workstation
  workbench.actAs('system', { act: 'transfer.addClue', subject: `clue/${old}`, content: {} }, (writer) => {
    insertClue(writer, old, recorded)
    insertClueStep(writer, old, { seq: 1, content: recorded, by: here.station.ids.get('reviewer') ?? '', at: workbench.instant() })
  })
  expect((await as('reviewer').call('transfer.clues', { caseId: null })).find((one) => one.id === old)?.fields).toMatchObject({ ground: 'transferMisconduct', sentTo: 'procuratorate' })
  expect(await textOf('reviewer', old, 'clueLetter-old')).toContain('清川县人民检察院：')
})

it('is made by nobody else, and neither the case nor the register of numbers tells that there is one', async () => {
  const caseId = (await here.newCase()).caseId
  const { id } = await add({ caseId, names: ['韩正'], about: '审核机构负责人', number: '清环线〔2026〕2号' })
  const before = footprint(here.station.workstation.workbench.reader)
  for (const login of ['head', 'handler', 'reviewer2']) await refusal(paper(login, id), 'not-found')
  await refusal(paper('admin', id), 'not-allowed')
  expect((await paper('supervisor', id, 'docx')).name).toContain('问题线索移送函')
  expect(footprint(here.station.workstation.workbench.reader)).toEqual(before)
  expect((await as('head').call('cases.get', { caseId })).documents).toEqual([])
  expect(JSON.stringify(await as('head').call('opinion.numbers', { year: 2026 }))).not.toContain('清环线')
  const offer = (await as('head').call('forms.ofCase', { caseId })).find(({ form }) => form === 'clueLetter')
  expect(offer).toMatchObject({ wait: 'sealedClue', abouts: [], lacks: [], mayMake: false, made: [] })
  await refusal(as('head').call('forms.make', { caseId, form: 'clueLetter', about: id, given: [], lacks: [] }), 'form-not-yet')
})

it('a clue is kept from whom it names by the whole name: 李明 sees one about 李明华, and not one about himself', async () => {
  const sees = async (login: string, id: string) => (await as(login).call('transfer.clues', { caseId: null })).some((one) => one.id === id)
  const longer = (await add({ names: ['李明华'], about: '某局 科长' })).id
  expect([await sees('ming', longer), await sees('minghua', longer), await sees('head', longer)]).toEqual([true, false, true])
  const both = (await add({ names: ['李明华', '李　明'], about: '某局' })).id
  expect([await sees('ming', both), await sees('minghua', both)]).toEqual([false, false])
  // as clues were written before names had a field of their own
  const asText = (await add({ names: [], about: '本局审核机构李明华' })).id
  expect([await sees('ming', asText), await sees('minghua', asText)]).toEqual([true, false])
  const himself = (await add({ names: [], about: '审核机构负责人李明，另涉及李明华' })).id
  expect([await sees('ming', himself), await sees('minghua', himself)]).toEqual([false, false])
})
