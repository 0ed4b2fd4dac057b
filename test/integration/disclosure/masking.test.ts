/** Masking of a decision in a real station: four eyes, and files in which the original is not to be found by any tool. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Masking } from '../../../src/shared/disclosure/contract.ts'
import { decidedByRule } from '../../../src/shared/disclosure/mask-proposals.ts'
import { bare, placesOf } from '../../../src/shared/disclosure/masks.ts'
import type { CaseId, PersonId } from '../../../src/shared/values/values.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { assignedQuickly } from '../../support/followed-case.ts'
import { isInstalled } from '../documents/rendered.ts'

let station: TestStation
let caseId: CaseId

beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-05-06T01:00:00.000Z') })
  caseId = await assignedQuickly(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const TEXT = `清川县生态环境局
行政处罚决定书
清环罚〔2026〕8号
当事人：王建国
身份证号码：330102199003077654
住址：浙江省清川县城关镇建设路12号3幢401室
联系电话：13857112345
2026年3月2日，本局执法人员李明、陈亮对当事人王建国经营的印染作坊进行检查，举报人赵梅指认暗管位置。
上述事实有对王建国的询问笔录为证。王 建国对此无异议。
本局决定：处罚款人民币贰万元。缴款账户：6228480402564890018。
清川县生态环境局
2026年4月9日`
const SECRETS = ['王建国', '330102199003077654', '浙江省清川县城关镇建设路12号3幢401室', '13857112345', '赵梅', '6228480402564890018']

const trace = () => footprint(station.workstation.workbench.reader)
const add = async (login = 'handler'): Promise<Masking> => {
  const { id } = await station.as(login).call('disclosure.addMasking', { caseId, source: { from: 'typed', title: '行政处罚决定书（王建国）', text: TEXT } })
  return station.as(login).call('disclosure.masking', { id })
}
const submit = async (login = 'handler'): Promise<Masking> => {
  const { id, version, marks, proposals } = await add(login)
  return station.as(login).call('disclosure.submitMasking', { id, expectedVersion: version, marks: decidedByRule(marks, proposals) })
}

function words(bytes: Uint8Array): string {
  const file = join(temporaryFolder('masked'), 'masked.pdf')
  writeFileSync(file, bytes)
  return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }) + execFileSync('pdfinfo', [file], { encoding: 'utf8' })
}

describe('a text that is masked', () => {
  it('begins with proposals on which nobody has decided', async () => {
    const masking = await add()
    expect(masking).toMatchObject({ state: 'draft', version: 1, original: TEXT, may: { edit: true, approve: false } })
    expect(new Set(masking.proposals.map(({ words: found }) => bare(found)))).toEqual(new Set([...SECRETS, '李明', '陈亮'].map(bare)))
    expect(masking.marks.every(({ masked }) => masked === null)).toBe(true)
  })

  it('is not submitted while a place is undecided, or while a masked word stands elsewhere', async () => {
    const { id, version, marks, proposals } = await add()
    const before = trace()
    const handler = station.as('handler')
    expect(await refusal(handler.call('disclosure.submitMasking', { id, expectedVersion: version, marks: [...marks] }), 'masks-unfit')).toMatchObject({ problem: 'undecided' })
    const decided = decidedByRule(marks, proposals)
    const [first] = placesOf(TEXT, '王建国')
    const without = decided.filter(({ start }) => start === first?.start || !placesOf(TEXT, '王建国').some((place) => place.start === start))
    expect(await refusal(handler.call('disclosure.submitMasking', { id, expectedVersion: version, marks: without }), 'masks-unfit')).toMatchObject({ problem: 'survives', words: ['王建国'] })
    const over = [...decided, { ...decided[0], by: 'person' as const }].flatMap((one) => (one.start === undefined ? [] : [one as (typeof decided)[number]]))
    expect(await refusal(handler.call('disclosure.saveMasking', { id, expectedVersion: version, marks: over }), 'masks-unfit')).toMatchObject({ problem: 'overlap' })
    expect(trace()).toEqual(before)
  })

  it('is saved half done, and not over what somebody else has saved meanwhile', async () => {
    const { id, version, marks, proposals } = await add()
    const half = decidedByRule(marks, proposals).map((one, place) => (place % 2 === 0 ? one : { ...one, masked: null }))
    const saved = await station.as('handler').call('disclosure.saveMasking', { id, expectedVersion: version, marks: half })
    expect(saved).toMatchObject({ version: 2, state: 'draft', marks: half })
    await refusal(station.as('head').call('disclosure.saveMasking', { id, expectedVersion: version, marks: half }), 'conflict')
  })

  it('is approved by another person than who masked it, also where that one has the role', async () => {
    const own = await submit('head')
    await refusal(station.as('head').call('disclosure.settleMasking', { id: own.id, expectedVersion: own.version, outcome: 'approved', remark: '' }), 'four-eyes')
    const theirs = await submit()
    await refusal(station.as('handler').call('disclosure.settleMasking', { id: theirs.id, expectedVersion: theirs.version, outcome: 'approved', remark: '' }), 'not-allowed')
    expect((await station.as('reviewer').call('disclosure.masking', { id: theirs.id })).may).toEqual({ edit: true, approve: true })
    // even our own code cannot write such an approval
    expect(() =>
      station.workstation.workbench.withoutAudit('test', (writer) => {
        writer.run("INSERT INTO documents (id, case_id, round, kind, name, media_type, size, sha256, created_at) VALUES ('d', ?, 1, 'maskedPdf', '', '', 1, '', '')", caseId)
        writer.run(
          `INSERT INTO masking_steps (masking_id, seq, step, marks, remark, pdf_document_id, docx_document_id, done_by, recorded_at) VALUES (?, 3, 'approved', '[]', '', 'd', 'd', ?, '')`,
          theirs.id,
          station.as('handler').person.id,
        )
      }),
    ).toThrow(/does not approve/)
  })

  it('is not approved by who handles the case, nor by who is recused from it, whatever their role; who is recused does not mask it either', async () => {
    const people = await station.as('admin').call('people.list', {})
    const idOf = (login: string) => people.find((one) => one.login === login)?.id as PersonId
    const before = caseId
    caseId = await assignedQuickly(station, { handlers: [{ personId: idOf('handler'), name: '田禾', certificateNumber: '' }, { personId: idOf('head2'), name: '梁实', certificateNumber: '' }, { personId: null, name: '贺　知', certificateNumber: '' }] })
    await station.as('head').call('assignment.recuse', { caseId, personId: idOf('reviewer'), reason: '近亲属' })
    const { id, version } = await submit()
    const settle = (login: string) => station.as(login).call('disclosure.settleMasking', { id, expectedVersion: version, outcome: 'approved', remark: '' })
    const untouched = trace()
    for (const login of ['head2', 'reviewer2', 'reviewer']) {
      expect([login, (await station.as(login).call('disclosure.masking', { id })).may.approve]).toEqual([login, false])
      await refusal(settle(login), 'not-your-part')
    }
    await refusal(station.as('reviewer').call('disclosure.addMasking', { caseId, source: { from: 'typed', title: '决定书', text: TEXT } }), 'not-your-part')
    expect(trace()).toEqual(untouched)
    expect((await settle('head')).state).toBe('approved')
    caseId = before
  })

  it('that is returned goes back with a remark, and can be submitted again', async () => {
    const { id, version, marks } = await submit()
    const returned = await station.as('reviewer').call('disclosure.settleMasking', { id, expectedVersion: version, outcome: 'returned', remark: '请核对举报人的姓名' })
    expect(returned).toMatchObject({ state: 'returned', version: version + 1, steps: expect.arrayContaining([expect.objectContaining({ step: 'returned', remark: '请核对举报人的姓名' })]) })
    expect(await station.as('handler').call('disclosure.submitMasking', { id, expectedVersion: version + 1, marks: [...marks] })).toMatchObject({ state: 'submitted' })
  })

  it('that is approved never changes again', async () => {
    const { id, version } = await submit()
    const approved = await station.as('reviewer').call('disclosure.settleMasking', { id, expectedVersion: version, outcome: 'approved', remark: '' })
    expect(approved).toMatchObject({ state: 'approved', approvedBy: '顾盼', may: { edit: false, approve: false } })
    await refusal(station.as('handler').call('disclosure.saveMasking', { id, expectedVersion: approved.version, marks: [] }), 'masking-approved')
  })

  it('is none of the handler’s of another case', async () => {
    await refusal(station.as('handler2').call('disclosure.addMasking', { caseId, source: { from: 'typed', title: '决定书', text: TEXT } }), 'not-your-part')
  })
})

describe.skipIf(!isInstalled('pdftotext'))('the files of an approved text', () => {
  it('hold nothing of what was masked: not in the words of the PDF, not in any part of the DOCX, not in their names', async () => {
    const { id, version } = await submit()
    const { pdfDocumentId, docxDocumentId } = await station.as('reviewer').call('disclosure.settleMasking', { id, expectedVersion: version, outcome: 'approved', remark: '' })
    const pdf = await station.as('handler').read(`document/${pdfDocumentId ?? ''}`)
    const docx = await station.as('handler').read(`document/${docxDocumentId ?? ''}`)
    const inPdf = bare(words(pdf))
    const parts = Object.entries(unzipSync(new Uint8Array(docx)))
    const inDocx = bare(parts.map(([name, bytes]) => `${name} ${strFromU8(bytes).replaceAll(/<[^>]*>/g, '')} ${strFromU8(bytes)}`).join(' '))
    // the check sees words at all
    for (const kept of ['行政处罚决定书', '王某', '李明', '贰万元', '（住址略）']) {
      expect(inPdf).toContain(bare(kept))
      expect(inDocx).toContain(bare(kept))
    }
    for (const secret of SECRETS) {
      expect(inPdf).not.toContain(bare(secret))
      expect(inDocx).not.toContain(bare(secret))
    }
    const { documents } = await station.as('handler').call('cases.get', { caseId })
    const names = documents.filter(({ kind }) => kind === 'maskedPdf' || kind === 'maskedDocx').map(({ name }) => name)
    expect(names.length).toBeGreaterThan(1)
    expect(names.filter((name) => SECRETS.some((secret) => name.includes(secret)))).toEqual([])
  })
})
