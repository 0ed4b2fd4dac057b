/** Signing and issuing: the number, two signatures that others accept too, and nothing that can be changed afterwards. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatNumber, opinionPrefix } from '../../../src/shared/numbering/document-number.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import {
  answerAll,
  approve,
  caseFields,
  certificateOf,
  NO,
  reviewedCase,
  signAsHead,
  signAsReviewer,
  SIGNING_PASSWORD,
  submit,
  YES,
} from '../../support/test-case.ts'
import { createTestStation, STATION_FIELDS, type TestClient, type TestStation } from '../../support/test-station.ts'
import { EC, HAS_OPENSSL, HAS_PDFSIG, makePkcs12, pdfsig, RSA_2048 } from '../signing/openssl-files.ts'

let station: TestStation
let now = new Date('2026-04-07T02:00:00Z')
beforeAll(async () => {
  station = await createTestStation({ now: () => now })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const reviewer = () => station.as('reviewer')
const head = () => station.as('head')
const number = (serial: number, year = 2026) => formatNumber({ prefix: opinionPrefix(STATION_FIELDS.numberPrefix), year }, serial)
const registry = async () => (await head().call('opinion.numbers', { year: 2026 })).map(({ number: of, state }) => `${of} ${state}`)
async function approvedCase(...args: Parameters<typeof reviewedCase> extends [unknown, ...infer Rest] ? Rest : never) {
  const caseId = await reviewedCase(station, ...args)
  await approve(station, caseId)
  return caseId
}

describe('the line to an issued opinion', () => {
  it('numbers it, signs it twice, and keeps both papers with the chain’s head in them', async () => {
    const caseId = await approvedCase()
    const signed = await signAsReviewer(station, caseId)
    expect(signed).toMatchObject({ state: 'signing', number: number(1), signatures: [{ role: 'reviewer', name: '顾盼' }] })
    const issued = await signAsHead(station, caseId)
    expect(issued).toMatchObject({ state: 'issued', number: number(1), signatures: [{ role: 'reviewer' }, { role: 'head', name: '韩正' }] })
    const detail = await head().call('cases.get', { caseId })
    expect(detail).toMatchObject({ state: 'issued', dueOn: null })
    expect(detail.documents.map(({ kind }) => kind).sort()).toEqual(['opinionDocx', 'opinionPdf'])
    expect(detail.rounds).toMatchObject([{ opinionNumber: number(1), opinionType: 'T-OK', pdfDocumentId: issued.pdfDocumentId }])
    const pdf = await head().read(`document/${issued.pdfDocumentId}`)
    if (HAS_PDFSIG) {
      const said = pdfsig(pdf)
      expect(said.match(/Signature is Valid/g)).toHaveLength(2)
      for (const name of ['顾盼', '韩正']) expect(said).toContain(name)
    }
    const entry = (await head().call('cases.history', { caseId })).find(({ act }) => act === 'opinion.takeNumber')
    expect(JSON.stringify(issued.document)).toContain(entry?.hash)
  })

  it('an issued opinion cannot be changed, recalled, signed again or sent back', async () => {
    const caseId = await approvedCase()
    await signAsReviewer(station, caseId)
    const { version, number: of } = await signAsHead(station, caseId)
    const before = footprint(station.workstation.workbench.reader)
    const issued = { number: of }
    expect(await refusal(signAsReviewer(station, caseId), 'opinion-issued')).toEqual(issued)
    expect(await refusal(signAsHead(station, caseId), 'opinion-issued')).toEqual(issued)
    await refusal(reviewer().call('opinion.recall', { caseId, reason: '想改' }), 'opinion-issued')
    await refusal(head().call('opinion.sendBack', { caseId, expectedVersion: version, remarks: [{ sectionId: null, text: '改' }] }), 'opinion-issued')
    await refusal(reviewer().call('opinion.compose', { caseId }), 'transition-refused')
    await refusal(reviewer().call('checklist.answer', { caseId, questionId: '1.1', expectedVersion: 1, fields: NO }), 'not-your-part')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })

  it('the head cannot sign first, nothing is signed before approval, and each signs only with their own', async () => {
    const caseId = await reviewedCase(station)
    await submit(station, caseId)
    await refusal(signAsReviewer(station, caseId), 'opinion-not-approved')
    const { version } = (await reviewer().call('opinion.get', { caseId, round: null })) ?? { version: 0 }
    await head().call('opinion.approve', { caseId, expectedVersion: version })
    await refusal(signAsHead(station, caseId), 'not-ready')
    const others = await certificateOf(head())
    const sign = (client: TestClient, certificateId: string) => client.call('opinion.signAsReviewer', { caseId, certificateId, signingPassword: SIGNING_PASSWORD })
    await refusal(sign(reviewer(), others), 'no-certificate')
    await refusal(sign(station.as('reviewer2'), await certificateOf(station.as('reviewer2'))), 'not-your-part')
    await signAsReviewer(station, caseId)
    await refusal(signAsReviewer(station, caseId), 'not-ready')
    await signAsHead(station, caseId)
  })

  it('it is signed by the head whose name is printed: the one who approved', async () => {
    const caseId = await approvedCase()
    await signAsReviewer(station, caseId)
    const before = footprint(station.workstation.workbench.reader)
    await certificateOf(station.as('head2'))
    await refusal(signAsHead(station, caseId, 'head2'), 'other-head-approved')
    expect(footprint(station.workstation.workbench.reader)['opinions']).toBe(before['opinions'])
    expect((await signAsHead(station, caseId)).signatures.map(({ name }) => name)).toEqual(['顾盼', '韩正'])
  })
})

describe('numbers', () => {
  it('a signature taken back voids the number, which stays with its reason; the next is the next', async () => {
    const caseId = await approvedCase()
    const first = (await signAsReviewer(station, caseId)).number ?? ''
    await head().call('opinion.recall', { caseId, reason: '主送机关写错' })
    const rows = await head().call('opinion.numbers', { year: 2026 })
    expect(rows.find((row) => row.number === first)).toMatchObject({ state: 'void', reason: '主送机关写错' })
    await approve(station, caseId)
    await signAsReviewer(station, caseId)
    const { number: second } = await signAsHead(station, caseId)
    const serial = (of: string | null) => Number(/(\d+)号/u.exec(of ?? '')?.[1])
    expect(serial(second)).toBe(serial(first) + 1)
  })

  it('are gapless: every serial from one on is there once', async () => {
    const rows = await head().call('opinion.numbers', { year: 2026 })
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => number(index + 1)))
    expect(await head().call('opinion.numbers', { year: 2025 })).toEqual([])
  })

  it('begin anew with the year', async () => {
    const caseId = await approvedCase()
    now = new Date('2027-01-04T02:00:00Z')
    expect((await signAsReviewer(station, caseId)).number).toBe(number(1, 2027))
    await signAsHead(station, caseId)
    now = new Date('2026-04-07T02:00:00Z')
  })
})

describe('a signature that cannot be made', () => {
  it('wrong signing password: nothing is signed, no number is taken', async () => {
    const caseId = await approvedCase()
    const certificateId = await certificateOf(reviewer())
    const before = [footprint(station.workstation.workbench.reader), await registry()]
    await refusal(reviewer().call('opinion.signAsReviewer', { caseId, certificateId, signingPassword: 'wrong' }), 'wrong-signing-password')
    expect([footprint(station.workstation.workbench.reader), await registry()]).toEqual(before)
    await signAsReviewer(station, caseId)
    const half = footprint(station.workstation.workbench.reader)
    await refusal(
      head().call('opinion.signAsHead', { caseId, certificateId: await certificateOf(head()), signingPassword: 'wrong' }),
      'wrong-signing-password',
    )
    expect(footprint(station.workstation.workbench.reader)).toEqual(half)
    expect((await signAsHead(station, caseId)).state).toBe('issued')
  })

  it('an expired, a not yet valid or a revoked certificate: refused by name, no number is taken', async () => {
    const caseId = await approvedCase()
    const certificateId = await certificateOf(reviewer())
    const sign = () => reviewer().call('opinion.signAsReviewer', { caseId, certificateId, signingPassword: SIGNING_PASSWORD })
    const before = await registry()
    now = new Date('2096-04-07T02:00:00Z')
    expect((await reviewer().call('signing.certificates', {})).find(({ id }) => id === certificateId)?.state).toBe('expired')
    expect((await refusal(sign(), 'certificate-expired'))['subject']).toContain('顾盼')
    now = new Date('2000-04-07T02:00:00Z')
    await refusal(sign(), 'certificate-not-yet-valid')
    now = new Date('2026-04-07T02:00:00Z')
    await reviewer().call('signing.revoke', { certificateId, reason: '遗失' })
    await refusal(sign(), 'no-certificate')
    await refusal(station.as('reviewer2').call('signing.revoke', { certificateId, reason: '不是我的' }), 'not-found')
    expect(await registry()).toEqual(before)
    expect(await reviewer().call('opinion.get', { caseId, round: null })).toMatchObject({ state: 'approved', number: null })
    expect((await signAsReviewer(station, caseId)).state).toBe('signing')
  })

  it('a character that no font has is named with its place when the draft is submitted: no number is taken for it', async () => {
    const { party } = caseFields()
    const name = `${'𠮷'.repeat(3)}${'华'.repeat(295)}😀店`
    const caseId = await reviewedCase(station, { party: { ...party, name }, title: '碧波印染😀案' })
    const before = await registry()
    const draft = await reviewer().call('opinion.compose', { caseId })
    const data = await refusal(reviewer().call('opinion.submit', { caseId, expectedVersion: draft.version }), 'glyph-missing')
    expect(data).toMatchObject({ character: '😀', codePoint: 'U+1F600' })
    expect(data['place']).not.toBe('')
    const detail = await head().call('cases.get', { caseId })
    expect([detail.state, detail.documents]).toEqual(['underReview', []])
    expect(await registry()).toEqual(before)
  })
})

describe.skipIf(!HAS_OPENSSL)('a certificate of the person’s own', () => {
  async function importInto(client: TestClient, pkcs12: Uint8Array, password: string) {
    const staged = await client.stage('mine.p12', pkcs12)
    return client.call('signing.importPkcs12', { stagedId: staged.id, password, signingPassword: SIGNING_PASSWORD })
  }

  it('RSA and EC from a PKCS#12 sign an opinion that pdfsig accepts, with their Chinese names', async () => {
    const made = await createTestStation()
    const rsa = makePkcs12({ newKey: RSA_2048, subject: '/C=CN/O=清川县生态环境局/CN=顾盼', password: 'p12-密码' })
    const ec = makePkcs12({ newKey: EC('P-256'), subject: '/C=CN/O=清川县生态环境局/CN=韩正', password: '' })
    const mine = await importInto(made.as('reviewer'), rsa.pkcs12, 'p12-密码')
    expect(mine).toMatchObject({ origin: 'imported', state: 'valid' })
    const theirs = await importInto(made.as('head'), ec.pkcs12, '')
    const caseId = await reviewedCase(made)
    await approve(made, caseId)
    await made.as('reviewer').call('opinion.signAsReviewer', { caseId, certificateId: mine.id, signingPassword: SIGNING_PASSWORD })
    const { pdfDocumentId } = await made.as('head').call('opinion.signAsHead', { caseId, certificateId: theirs.id, signingPassword: SIGNING_PASSWORD })
    const pdf = await made.as('head').read(`document/${pdfDocumentId}`)
    if (HAS_PDFSIG) {
      const said = pdfsig(pdf)
      expect(said.match(/Signature is Valid/g)).toHaveLength(2)
      for (const name of ['顾盼', '韩正']) expect(said).toContain(name)
    }
    made.close()
  })

  it('with a wrong password, or that is none, is not kept', async () => {
    const { pkcs12 } = makePkcs12({ newKey: EC('P-256'), subject: '/CN=某人', password: 'right' })
    const before = footprint(station.workstation.workbench.reader)
    await refusal(importInto(reviewer(), pkcs12, 'wrong'), 'wrong-pkcs12-password')
    await refusal(importInto(reviewer(), Buffer.from('not a certificate'), 'x'), 'pkcs12-unreadable')
    await refusal(importInto(reviewer(), pkcs12.subarray(0, pkcs12.length / 2), 'right'), 'pkcs12-unreadable')
    const staged = await reviewer().stage('mine.p12', pkcs12)
    await refusal(reviewer().call('signing.importPkcs12', { stagedId: staged.id, password: 'right', signingPassword: 'short' }), 'weak-password')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })
})

describe('the next round', () => {
  it('opens after an opinion, with the earlier answers beside, and leads to an opinion of its own', async () => {
    const { questions } = station.workstation.workbench.catalogue
    const asked = questions.find(({ severity, id }) => severity === 'F' && id.startsWith('1.'))?.id ?? '1.1'
    const caseId = await approvedCase({}, new Map([[asked, { ...NO, finding: '第一轮的发现' }]]))
    await signAsReviewer(station, caseId)
    const first = await signAsHead(station, caseId)
    now = new Date('2026-04-20T02:00:00Z')
    await refusal(station.as('handler').call('intake.resubmit', { caseId, receivedOn: '2026-04-20', note: '' }), 'not-ready')
    expect(await station.as('handler').call('intake.resubmit', { caseId, receivedOn: '2026-04-20', note: '', corrections: [{ number: 1, corrected: '已补充主体资格文件。' }] })).toEqual({ round: 2 })
    const head2 = station.as('head')
    await head2.call('intake.accept', { caseId, incompleteReason: '其余材料第一轮已审。' })
    await head2.call('assignment.choose', { caseId, personId: station.ids.get('reviewer') ?? '', reason: '沿用原审核人。' })
    await reviewer().call('checklist.begin', { caseId })
    const { headings, round } = await reviewer().call('checklist.get', { caseId, round: null })
    const beside = headings.flatMap((one) => one.questions).find(({ questionId }) => questionId === asked)
    expect(round).toBe(2)
    expect(beside).toMatchObject({ answer: null, previous: { answer: 'no', finding: '第一轮的发现' } })
    await answerAll(station, caseId, new Map([[asked, YES]]))
    const draft = await reviewer().call('opinion.compose', { caseId })
    expect(draft.sections.find(({ id }) => id === 'submission')?.text).toContain(first.number)
    await approve(station, caseId)
    await signAsReviewer(station, caseId)
    const second = await signAsHead(station, caseId)
    expect(second).toMatchObject({ round: 2, type: 'T-OK', state: 'issued' })
    expect(second.number).not.toBe(first.number)
    const old = await reviewer().call('opinion.get', { caseId, round: 1 })
    expect(old).toMatchObject({ number: first.number, state: 'issued', pdfDocumentId: first.pdfDocumentId })
    expect(old?.document).toEqual(first.document)
    const { rounds } = await head2.call('cases.get', { caseId })
    expect(rounds.map((one) => [one.round, one.submittedOn, one.opinionNumber])).toEqual([
      [1, '2026-04-07', first.number],
      [2, '2026-04-20', second.number],
    ])
    now = new Date('2026-04-07T02:00:00Z')
  })
})

describe('a process that ended between taking the number and signing', () => {
  it('signs with the same number later: none is lost, none is taken twice', async () => {
    const caseId = await approvedCase()
    const { files } = station.workstation.workbench
    const put = files.put.bind(files)
    Object.assign(files, { put: () => Promise.reject(new Error('the process ended here')) })
    const certificateId = await certificateOf(reviewer())
    const reply = await station.workstation.dispatch('opinion.signAsReviewer', { caseId, certificateId, signingPassword: SIGNING_PASSWORD }, reviewer().caller)
    Object.assign(files, { put })
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    const reserved = (await registry()).at(-1)
    expect(reserved).toMatch(/ reserved$/)
    const signed = await signAsReviewer(station, caseId)
    expect(`${signed.number} reserved`).toBe(reserved)
    const bytes = await signAsHead(station, caseId).then(({ pdfDocumentId }) => head().read(`document/${pdfDocumentId}`))
    writeFileSync(join(temporaryFolder('pdf'), 'opinion.pdf'), bytes)
    if (HAS_PDFSIG) expect(pdfsig(bytes).match(/Signature is Valid/g)).toHaveLength(2)
  })
})
