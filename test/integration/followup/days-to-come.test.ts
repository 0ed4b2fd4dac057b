/** A day on which something is said to have happened is never one that is still to come; nothing is written then. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorInWords } from '../../../src/renderer/ui/error-words.ts'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

const [TODAY, TOMORROW] = ['2026-05-06', '2026-05-07'].map(isoDate)
let now = new Date('2026-05-06T02:00:00Z')
let station: TestStation
beforeAll(async () => {
  station = await createTestStation({ now: () => now })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const reader = () => station.workstation.workbench.reader
const FUTURE = { problem: 'in-the-future' }

/** Refused as a day to come, and nothing was written. */
async function refused(work: Promise<unknown>, field: string): Promise<void> {
  const before = footprint(reader())
  expect(await refusal(work, 'invalid-input')).toMatchObject({ ...FUTURE, field })
  expect(footprint(reader())).toEqual(before)
}

describe('the registration of a case', () => {
  const register = (change: Parameters<typeof caseFields>[0]) => station.as('handler').call('cases.register', { fields: caseFields(change) })

  it('opens no year of the ledger, and no number, that is still to come', async () => {
    const years = (await station.as('head').call('ledger.overview', {})).years
    await refused(register({ receivedOn: '2099-01-05' }), 'fields.receivedOn')
    expect((await station.as('head').call('ledger.overview', {})).years).toEqual(years)
  })

  it.each(['receivedOn', 'filedOn', 'actFrom', 'actTo'])('takes today, and not tomorrow, as %s', async (field) => {
    await refused(register({ actFrom: null, actTo: null, [field]: TOMORROW }), `fields.${field}`)
    await expect(register({ actFrom: null, actTo: null, [field]: TODAY })).resolves.toHaveProperty('caseId')
  })

  it('is not corrected to a day to come either, and keeps its serial', async () => {
    const caseId = await registerCase(station)
    const { fields, version } = await station.as('handler').call('cases.get', { caseId })
    await refused(station.as('handler').call('cases.update', { caseId, expectedVersion: version, fields: { ...fields, receivedOn: isoDate('2099-01-05') } }), 'fields.receivedOn')
  })

  it('says in words what is wrong and what to enter', async () => {
    const thrown = await register({ receivedOn: TOMORROW }).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(FashenError)
    expect(errorInWords(thrown, 'zh-CN').what).toBe('“送审日期”填写有误：日期不能晚于今天，应填写实际发生的日期；尚未发生的，发生后再登记。未保存本次更改。')
    expect(errorInWords(thrown, 'en').what).toContain('enter the day on which it happened')
  })
})

describe('what is handed in later', () => {
  it('cannot have come tomorrow', async () => {
    const caseId = await registerCase(station)
    await station.as('head').call('intake.returnForSupplement', { caseId, missing: ['evidence'], reason: '缺少证据。', replyBy: isoDate('2026-05-20') })
    await refused(station.as('handler').call('intake.resubmit', { caseId, receivedOn: TOMORROW!, note: '' }), 'receivedOn')
    await expect(station.as('handler').call('intake.resubmit', { caseId, receivedOn: TODAY!, note: '' })).resolves.toEqual({ round: 1 })
  })
})

describe('other days of what has happened', () => {
  const person = (reviewSince: string) => ({ person: personFields('newcomer', '新来', ['reviewer'], { reviewSince: isoDate(reviewSince) }), password: 'a-long-password' })
  const certificate = (issuedOn: string): MethodInput<'accountability.saveCertificate'> => ({
    id: null, expectedVersion: 0, fields: { number: 'A1', name: '田禾', unit: '', post: '', scope: '', issuedOn: isoDate(issuedOn), validUntil: null, state: 'held' },
  })

  it('are refused: counting the staff, beginning to review, a certificate', async () => {
    const admin = station.as('admin')
    await refused(station.as('head').call('assignment.changeSettings', { settings: { band: 5, enforcementStaff: { count: 40, countedOn: TOMORROW! } } }), 'countedOn')
    await refused(admin.call('people.add', person('2026-05-07')), 'reviewSince')
    await refused(station.as('head').call('accountability.saveCertificate', certificate('2026-05-07')), 'issuedOn')
    await expect(station.as('head').call('accountability.saveCertificate', certificate('2026-05-06'))).resolves.toMatchObject({ version: 1 })
  })
})

describe('the clock of the station', () => {
  it('decides, not a computer whose clock was set back: what has happened can still be entered', async () => {
    const caseId = await registerCase(station)
    now = new Date('2026-05-04T02:00:00Z')
    const { fields, version } = await station.as('handler').call('cases.get', { caseId })
    await expect(station.as('handler').call('cases.update', { caseId, expectedVersion: version, fields: { ...fields, receivedOn: TODAY! } })).resolves.toHaveProperty('version')
    await refused(station.as('handler').call('cases.register', { fields: caseFields({ receivedOn: TOMORROW }) }), 'fields.receivedOn')
    now = new Date('2026-05-06T02:00:00Z')
  })

  it('may stand behind another by a minute: at the turn of the day both days are taken', async () => {
    now = new Date('2026-05-06T15:59:30Z')
    await expect(registerCase(station, { receivedOn: TOMORROW })).resolves.toEqual(expect.any(String))
    await refused(station.as('handler').call('cases.register', { fields: caseFields({ receivedOn: '2026-05-08' }) }), 'fields.receivedOn')
  })
})
