/** Intake: complete or not, accepted, returned with a printed notice, submitted again. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorInWords } from '../../../src/renderer/ui/error-words.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { accept, caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-04-07T02:00:00Z') })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

function textOf(pdf: Uint8Array): string {
  const file = join(temporaryFolder('notice'), 'notice.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, '')
}

describe('completeness', () => {
  it('names what the case needs and what is missing, and counts what is there', async () => {
    const caseId = await registerCase(station)
    const head = station.as('head')
    const before = await head.call('intake.completeness', { caseId })
    expect(before.complete).toBe(false)
    expect(before.missing.length).toBeGreaterThan(2)
    expect(before.limit).toMatchObject({ unit: 'workingDays' })
    const handler = station.as('handler')
    for (const kind of before.missing) {
      const staged = await handler.stage(`${kind}.txt`, `材料 ${kind}`)
      await handler.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: `${kind}.txt`, kind }] })
    }
    const after = await head.call('intake.completeness', { caseId })
    expect(after).toMatchObject({ complete: true, missing: [] })
    for (const need of after.needs.filter(({ kind }) => before.missing.includes(kind))) expect(need.present).toBe(1)
    const { dueOn } = await head.call('intake.accept', { caseId, incompleteReason: null })
    const detail = await head.call('cases.get', { caseId })
    expect(detail).toMatchObject({ state: 'accepted', dueOn })
    expect(detail.rounds[0]).toMatchObject({ acceptedOn: '2026-04-07' })
    expect(detail.rounds[0]?.catalogueVersion).toEqual(station.workstation.workbench.catalogue.version)
  })

  it('an incomplete file is accepted only with a reason; without, what is missing is named', async () => {
    const caseId = await registerCase(station)
    const data = await refusal(station.as('head').call('intake.accept', { caseId, incompleteReason: null }), 'materials-incomplete')
    expect(data['missing']).not.toEqual([])
    expect(JSON.stringify(data['missing'])).toMatch(/\p{Script=Han}/u)
    expect((await station.as('head').call('cases.get', { caseId })).state).toBe('received')
    await accept(station, caseId)
    const history = await station.as('head').call('cases.history', { caseId })
    expect(history.at(-1)).toMatchObject({ act: 'case.accept', actorName: '韩正' })
    expect(JSON.parse(history.at(-1)?.content ?? '{}').incompleteReason).toContain('不影响审核')
  })

  it('is not accepted twice, nor by somebody who handles the case or is recused from it', async () => {
    const accepted = await registerCase(station)
    await accept(station, accepted)
    expect(await refusal(accept(station, accepted), 'transition-refused')).toEqual({ action: 'accept', state: 'accepted' })
    const own = await registerCase(station, { handlers: [{ personId: station.ids.get('head') ?? null, name: '韩正', certificateNumber: '' }] })
    await refusal(accept(station, own), 'not-your-part')
    const recused = await registerCase(station)
    await station.as('head').call('assignment.recuse', { caseId: recused, personId: station.ids.get('head') ?? '', reason: '近亲属' })
    await refusal(accept(station, recused), 'not-your-part')
  })
})

describe('return for supplement', () => {
  it('prints a notice with the case, what is missing, why and until when; the case comes in again in the same round', async () => {
    const caseId = await registerCase(station)
    const head = station.as('head')
    const { documentId } = await head.call('intake.returnForSupplement', {
      caseId,
      missing: ['行政处罚事先告知书送达回证', '集体讨论记录'],
      reason: '未见送达凭证，不能判断告知是否到达。',
      replyBy: '2026-04-17',
    })
    const detail = await head.call('cases.get', { caseId })
    expect(detail).toMatchObject({ state: 'returned', dueOn: '2026-04-17', round: 1 })
    expect(detail.returns).toEqual([
      { at: '2026-04-07T02:00:00.000Z', missing: ['行政处罚事先告知书送达回证', '集体讨论记录'], reason: '未见送达凭证，不能判断告知是否到达。', replyBy: '2026-04-17', inReview: false, endedOn: null, endedWith: null },
    ])
    expect(detail.documents).toMatchObject([
      { id: documentId, kind: 'supplementNotice', round: 1, number: '清环法审补〔2026〕1号' },
      { kind: 'formDocx', round: 1, number: '清环法审补〔2026〕1号' },
    ])
    const text = textOf(await station.as('handler').read(`document/${documentId}`))
    for (const words of ['材料补正通知书', caseFields().title, '碧波印染', '行政处罚事先告知书送达回证', '集体讨论记录', '未见送达凭证', '2026年4月17日', '法制审核股']) {
      expect(text).toContain(words)
    }
    await refusal(station.as('handler2').call('intake.resubmit', { caseId, receivedOn: '2026-04-07', note: '' }), 'not-your-part')
    expect(await station.as('handler').call('intake.resubmit', { caseId, receivedOn: '2026-04-07', note: '' })).toEqual({ round: 1 })
    expect((await head.call('cases.get', { caseId })).state).toBe('received')
    await accept(station, caseId)
  })

  it.each([
    ['2026-04-06', 'invalid-input', '“补正期限”填写有误：日期不能早于今天。未保存本次更改。', 'the day has passed already'],
    ['20226-04-17', 'invalid-input', '“补正期限”填写有误：', 'Reply by'],
    ['2099-12-31', 'reply-day-too-late', '补正期限（2099-12-31）晚于最长期限（2026-10-07）', 'lies after the latest that can be meant (2026-10-07)'],
  ] as const)('a day that nobody can have meant stands in no notice: %s', async (replyBy, code, zh, en) => {
    const caseId = await registerCase(station)
    const { reader } = station.workstation.workbench
    const before = footprint(reader)
    const thrown = await station.as('head').call('intake.returnForSupplement', { caseId, missing: ['立案审批表'], reason: '缺少', replyBy }).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code })
    expect(errorInWords(thrown, 'zh-CN').what).toContain(zh)
    expect(errorInWords(thrown, 'zh-CN').what).not.toMatch(/[a-z]/i)
    expect(errorInWords(thrown, 'en').what).toContain(en)
    expect(footprint(reader)).toEqual(before)
  })

  it('a notice that no font can print is refused by the character, and the case is not returned', async () => {
    const caseId = await registerCase(station)
    const missing = ['照片😀']
    const data = await refusal(
      station.as('head').call('intake.returnForSupplement', { caseId, missing, reason: '缺少', replyBy: '2026-04-17' }),
      'glyph-missing',
    )
    expect(data).toMatchObject({ character: '😀', codePoint: 'U+1F600' })
    const detail = await station.as('head').call('cases.get', { caseId })
    expect([detail.state, detail.documents, detail.returns]).toEqual(['received', [], []])
  })
})
