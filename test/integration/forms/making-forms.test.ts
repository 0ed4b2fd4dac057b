/** Making forms: by whom, with which number, seen with what they lack; void ones; the station's own wording. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AS_SHIPPED, type FormSettings } from '../../../src/shared/forms/form-settings.ts'
import type { FormId } from '../../../src/shared/forms/form-ids.ts'
import { checkSeries } from '../../../src/shared/numbering/series.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { assignedQuickly } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'
import { makeForm } from './made-cases.ts'

let station: TestStation
let caseId: CaseId

beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-04-09T02:00:00Z') })
  caseId = await assignedQuickly(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const trace = () => footprint(station.workstation.workbench.reader)
const REPLY = [{ fact: 'remindedReplyBy' as const, value: '2026-04-13' }]
const remind = () => makeForm(station, 'head', caseId, 'reminder', REPLY)
const make = (login: string, form: FormId, lacks: string[] = []) => station.as(login).call('forms.make', { caseId, form, about: 'case', given: [], lacks })
const register = () => station.as('head').call('opinion.numbers', { year: 2026 })

describe('making', () => {
  it('keeps PDF and DOCX with the case, and the chain says which by their hashes', async () => {
    const { made } = await remind()
    expect(made).toMatchObject({ form: 'reminder', number: '清环法审催〔2026〕1号', by: '韩正', voided: null, lacks: [] })
    const bytes = await station.as('handler').read(`document/${made.pdfDocumentId}`)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256)
    const { documents } = await station.as('handler').call('cases.get', { caseId })
    expect(documents.map(({ kind, number }) => [kind, number])).toEqual([
      ['formPdf', '清环法审催〔2026〕1号'],
      ['formDocx', '清环法审催〔2026〕1号'],
    ])
    const entry = (await station.as('head').call('cases.history', { caseId })).at(-1)
    expect(entry).toMatchObject({ act: 'form.make', actorName: '韩正' })
    expect(JSON.parse(entry?.content ?? '{}')).toMatchObject({ form: 'reminder', number: made.number, pdf: made.sha256 })
  })

  it('is for the side that signs it; the other sees it and makes nothing', async () => {
    const before = trace()
    for (const [login, form, side] of [
      ['reviewer', 'submissionForm', 'handling'],
      ['handler2', 'submissionForm', 'handling'],
      ['handler', 'ledgerPage', 'review'],
      ['reviewer2', 'ledgerPage', 'review'],
    ] as const) {
      expect(await refusal(make(login, form), 'form-not-yours')).toEqual({ form: `form/${form}`, side: `formSide/${side}` })
      expect((await station.as(login).call('forms.preview', { caseId, form, about: 'case', given: [] })).pages.pages.length).toBeGreaterThan(0)
    }
    expect(trace()).toEqual(before)
  })

  it('is refused to who was recused', async () => {
    const own = await registerCase(station)
    await station.as('head').call('assignment.recuse', { caseId: own, personId: station.ids.get('head2') ?? '', reason: '近亲属' })
    await refusal(station.as('head2').call('forms.make', { caseId: own, form: 'ledgerPage', about: 'case', given: [], lacks: [] }), 'form-not-yours')
  })

  it('waits for what it is about, and says for what', async () => {
    for (const [form, wait] of [
      ['transferLetter', 'noSuspicion'],
      ['objectionReview', 'noObjection'],
      ['coordinationRecord', 'noTalk'],
      ['adoptionFeedback', 'noOpinion'],
      ['supplementNotice', 'nothingReturned'],
      ['fileCover', 'notEnded'],
      ['interferenceRecord', 'sealed'],
    ] as const) {
      expect(await refusal(make('head', form), 'form-not-yet')).toEqual({ form: `form/${form}`, wait: `formWait/${wait}` })
    }
  })

  it('names what nobody has seen to be lacking, and takes no number then', async () => {
    const before = trace()
    const offer = (await station.as('head').call('forms.ofCase', { caseId })).find(({ form }) => form === 'reminder')
    const about = offer?.abouts[0]?.key ?? ''
    expect(await refusal(station.as('head').call('forms.make', { caseId, form: 'reminder', about, given: [], lacks: [] }), 'form-lacks')).toEqual({
      form: 'form/reminder',
      elements: ['反馈期限'],
    })
    expect(trace()).toEqual(before)
  })

  it('refuses a character that no font has, and takes no number then', async () => {
    const before = (await register()).length
    const offer = (await station.as('head').call('forms.ofCase', { caseId })).find(({ form }) => form === 'reminder')
    const input = { caseId, form: 'reminder' as const, about: offer?.abouts[0]?.key ?? '', given: [{ fact: 'remindedReplyBy' as const, value: '明天😀' }], lacks: [] }
    expect(await refusal(station.as('head').call('forms.make', input), 'glyph-missing')).toMatchObject({ character: '😀' })
    expect((await register()).length).toBe(before)
  })

  it('prints what the record says, whatever is typed over it', async () => {
    const given = [...REPLY, { fact: 'caseTitle' as const, value: '另一个案件' }, { fact: 'remark' as const, value: '没有被问到' }]
    const { preview } = await makeForm(station, 'head', caseId, 'reminder', given)
    const text = preview.pages.pages.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.flatMap(({ texts }) => texts))).join('')
    expect(text).toContain('碧波印染')
    expect(text).toContain('2026年4月13日')
    expect(text).not.toContain('另一个案件')
  })
})

describe('numbers', () => {
  it('are given once, in order, without a gap, also when forms are made at the same time and one is void', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, remind))
    const first = made[0]?.made
    await station.as('head').call('forms.void', { id: first?.id ?? '', reason: '反馈期限有误' })
    await remind()
    const rows = (await register()).filter(({ kind, number }) => kind === 'form' && number.startsWith('清环法审催'))
    const entries = rows.map(({ number, state, reason }) => ({ serial: Number(/(\d+)号$/u.exec(number)?.[1]), state, reason }))
    expect(checkSeries(entries)).toEqual({ gaps: [], duplicates: [], voidWithoutReason: [] })
    expect(rows.find(({ number }) => number === first?.number)).toMatchObject({ state: 'void', reason: '反馈期限有误' })
    expect(await refusal(station.as('head').call('forms.void', { id: first?.id ?? '', reason: '再次作废' }), 'form-is-void')).toMatchObject({ form: 'form/reminder' })
  })

  it('cannot have the words of another kind of number, and those of forms are not given away', async () => {
    const number = (form: string): FormSettings => ({ ...AS_SHIPPED, number: { form, width: 1, restart: 'yearly' } })
    const save = (form: FormId, settings: FormSettings) => station.as('admin').call('forms.saveSettings', { form, expectedSeq: 0, settings })
    expect(await refusal(save('reminder', number('{agency}法审〔{year}〕{serial}号')), 'form-settings-refused')).toMatchObject({ problem: 'number-same-word' })
    expect(await refusal(save('reminder', number('{agency}移〔{year}〕{serial}号')), 'form-settings-refused')).toMatchObject({ problem: 'number-same-word' })
    const opinion = { form: '{agency}法审催〔{year}〕{serial}号', width: 1, restart: 'yearly' as const }
    const data = await refusal(station.as('admin').call('station.update', { station: { ...STATION_FIELDS, numbering: { opinion, caseNumber: null } } }), 'invalid-input')
    expect(data).toMatchObject({ problem: 'number-same-word' })
  })
})

describe('the station’s own wording', () => {
  const wording = (text: string): FormSettings => ({ ...AS_SHIPPED, wording: [{ id: 'request', text }] })
  const save = (login: string, settings: FormSettings | null, expectedSeq: number) => station.as(login).call('forms.saveSettings', { form: 'reminder', expectedSeq, settings })

  it('is printed from then on; what was made before stays as it was, and every version is kept', async () => {
    const before = (await remind()).made
    const kept = await save('admin', wording('务请于{反馈期限}前书面回复本机构。'), 0)
    expect(kept).toMatchObject({ seq: 1, by: '管宁' })
    const after = (await remind()).made
    const textOf = async (id: string): Promise<string> => {
      const file = join(temporaryFolder('reminder'), 'reminder.pdf')
      writeFileSync(file, await station.as('head').read(`document/${id}`))
      return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, '')
    }
    expect(await textOf(before.pdfDocumentId)).toContain('请抓紧办理')
    expect(await textOf(after.pdfDocumentId)).toContain('务请于2026年4月13日前书面回复本机构。')
    await save('head', null, 1)
    expect(await textOf((await remind()).made.pdfDocumentId)).toContain('请抓紧办理')
    const { reader } = station.workstation.workbench
    expect(reader.all('SELECT seq FROM form_settings ORDER BY seq')).toEqual([{ seq: 1 }, { seq: 2 }])
  })

  it('is refused with the placeholder that it drops, and nothing is kept', async () => {
    const before = trace()
    expect(await refusal(save('admin', wording('请抓紧办理。'), 2), 'form-settings-refused')).toEqual({
      form: 'form/reminder',
      where: '催办要求',
      problem: 'form-missing',
      name: '反馈期限',
    })
    expect(await refusal(save('admin', wording('请于{反馈期限}前{不存在}。'), 2), 'form-settings-refused')).toMatchObject({ problem: 'form-unknown', name: '不存在' })
    const required: FormSettings = { ...AS_SHIPPED, leftOut: ['truth'] }
    expect(await refusal(station.as('admin').call('forms.saveSettings', { form: 'submissionForm', expectedSeq: 0, settings: required }), 'form-settings-refused')).toMatchObject({
      problem: 'form-required',
    })
    await refusal(save('admin', wording('请于{反馈期限}前😀。'), 2), 'glyph-missing')
    expect(trace()).toEqual(before)
  })

  it('is not overwritten by an older window, and not for reviewers or handlers', async () => {
    expect(await refusal(save('admin', wording('请于{反馈期限}前回复。'), 0), 'conflict')).toMatchObject({ expected: 0, actual: 2 })
    await refusal(save('reviewer', wording('请于{反馈期限}前回复。'), 2), 'not-allowed')
    await refusal(save('handler', wording('请于{反馈期限}前回复。'), 2), 'not-allowed')
  })
})

it('made forms and kept wording are guarded by the store itself', () => {
  const { workbench } = station.workstation
  const write = (sql: string) => () => workbench.actAs('test', { act: 'test', subject: 'test', content: {} }, (writer) => writer.run(sql))
  for (const sql of ["UPDATE form_papers SET lacks = '[]'", 'DELETE FROM form_papers', "UPDATE form_settings SET content = 'null'", 'DELETE FROM form_settings']) {
    expect(write(sql)).toThrow(/never changes|not deleted/)
  }
})
