/** A station with cases in every state, late, near and in good time, as months of work would leave it. */
import { v7 as uuidv7 } from 'uuid'
import { createHost } from '../../src/main/core/host.ts'
import { insertCase } from '../../src/main/cases/case-record.ts'
import { loadStationCatalogue } from '../../src/main/catalogue/station-overlays.ts'
import { calendarOf } from '../../src/main/deadlines/review-clock.ts'
import { setUpSampleStation } from '../../src/main/samples/sample-line.ts'
import type { SampleCase } from '../../src/main/samples/sample-case.ts'
import { resourcesFolder } from '../../src/main/shell/program-folders.ts'
import { unwrapWithPassphrase } from '../../src/main/station/key-file.ts'
import type { Writer } from '../../src/main/store/database.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { CASE_STATES, type CaseState } from '../../src/shared/cases/state-machine-terms.ts'
import type { StatutoryCalendar } from '../../src/shared/deadlines/calendar.ts'
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import { addWorkingDays, workingDayBefore } from '../../src/shared/deadlines/periods.ts'
import { OPEN_STATES } from '../../src/shared/home/stages.ts'
import { isoDate, isoInstant, type CaseId, type IsoDate, type PersonId } from '../../src/shared/values/values.ts'
import { caseFields } from '../support/test-case.ts'
import { PASSPHRASE } from './sample-station.ts'

const PARTIES = ['临江市瑞康食品有限公司', '望城区恒源建材厂', '青阳县碧波印染有限公司', '金沙镇华盛养殖场', '东河化工有限责任公司', '云梦县远大物流有限公司']
const CAUSES = ['未取得排污许可证排放污染物', '超标排放大气污染物', '生产经营不符合食品安全标准的食品', '擅自占用林地', '未按规定设置危险废物识别标志']

export interface BusyStation {
  /** Logins of the sample's people, by role. */
  readonly logins: Readonly<Record<'handler' | 'reviewer' | 'head' | 'agencyHead' | 'supervisor' | 'admin', string>>
  readonly today: IsoDate
}

interface Seed {
  readonly writer: Writer
  readonly calendar: StatutoryCalendar
  readonly today: IsoDate
  readonly handlerId: PersonId
  readonly reviewers: readonly PersonId[]
}

/** Every third open case is late, every third near, the others have time. */
function dueOf({ calendar, today }: Seed, index: number): IsoDate {
  const days = 1 + (index % 4)
  if (index % 3 === 0) return workingDayBefore(calendar, today, days).day
  return addWorkingDays(calendar, today, index % 3 === 1 ? index % 2 : 3 + days).due
}

function addCase(seed: Seed, index: number): void {
  const { writer, today, handlerId, reviewers } = seed
  const id = uuidv7() as CaseId
  const at = isoInstant(new Date())
  const state = CASE_STATES[index % CASE_STATES.length] as CaseState
  const party = PARTIES[index % PARTIES.length] ?? ''
  const fields = caseFields({
    title: `${party}${CAUSES[index % CAUSES.length]}案`,
    receivedOn: shiftDays(today, -(index % 40)),
    // the ninety days of a decision end within the next weeks
    filedOn: shiftDays(today, (index % 20) - 85),
    submittingUnit: ['执法支队一大队', '水生态环境科'][index % 2],
    handlers: [{ personId: index % 3 === 0 ? handlerId : null, name: '田禾', certificateNumber: '4300001' }],
  })
  insertCase(writer, { id, fields, state: 'received', createdBy: '', at })
  const isOpen = OPEN_STATES.some((open) => open === state)
  const runs = isOpen && state !== 'received'
  const isReviewed = !['received', 'returned', 'accepted'].includes(state)
  writer.run(
    'UPDATE cases SET state = ?, reviewer_id = ?, due_on = ? WHERE id = ?',
    state,
    isReviewed ? (reviewers[index % reviewers.length] ?? null) : null,
    runs ? dueOf(seed, index) : '9999-12-31',
    id,
  )
  const isIssued = isReviewed && !isOpen && state !== 'withdrawn'
  const isSentBack = state === 'underReview' && index % 2 === 0
  if (!isIssued && !isSentBack) return
  const issuedOn = shiftDays(today, -(index % 30))
  writer.run('UPDATE rounds SET due_on = ? WHERE case_id = ?', shiftDays(issuedOn, index % 4 === 0 ? -2 : 2), id)
  writer.run(
    `INSERT INTO opinions (case_id, round, version, state, type, sections, remarks, signatures, issued_at) VALUES (?, 1, 1, ?, 'T-OK', '[]', ?, '[]', ?)`,
    id,
    isIssued ? 'issued' : 'draft',
    isIssued ? '[]' : '[{"sectionId":null,"text":"请补充理由"}]',
    isIssued ? isoInstant(new Date(`${issuedOn}T12:00:00`)) : null,
  )
}

/** Makes the station in `folder`; nothing serves it yet. */
export async function makeBusyStation(folder: string, sample: SampleCase, today: IsoDate, cases = 160): Promise<BusyStation> {
  const resources = resourcesFolder(import.meta.dirname)
  const host = createHost({ stationFolder: folder, resourcesFolder: resources })
  const station = await setUpSampleStation(host, sample)
  await host.close()
  const idOf = (login: string): PersonId => {
    const id = station.ids.get(login)
    if (id === undefined) throw new Error(`nobody is called ${login}`)
    return id
  }
  const withRole = (role: Parameters<typeof station.loginOf>[0]): string => station.loginOf(role)
  const reviewers = sample.people.filter(({ roles }) => roles.includes('reviewer')).map(({ login }) => idOf(login))
  const calendar = calendarOf(loadStationCatalogue(resources))
  const store = openStore(folder, await unwrapWithPassphrase(folder, PASSPHRASE))
  try {
    store.transaction('test', (writer) => {
      const seed: Seed = { writer, calendar, today: isoDate(today), handlerId: idOf(withRole('handler')), reviewers }
      for (let index = 0; index < cases; index += 1) addCase(seed, index)
    })
  } finally {
    store.close()
  }
  return {
    today,
    logins: {
      handler: withRole('handler'),
      reviewer: withRole('reviewer'),
      head: withRole('head'),
      agencyHead: withRole('agencyHead'),
      supervisor: withRole('supervisor'),
      admin: sample.administrator.login,
    },
  }
}
