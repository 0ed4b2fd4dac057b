/** Papers of a hearing: what the catalogue, the recorded days and the earlier papers say stands in the later ones, and can be changed. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FormPreview, GivenFacts } from '../../../src/shared/forms/contract.ts'
import type { FormId } from '../../../src/shared/forms/form-ids.ts'
import type { CaseId, IsoDate } from '../../../src/shared/values/values.ts'
import { assignedQuickly } from '../../support/followed-case.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { makeForm } from './made-cases.ts'

let station: TestStation
let caseId: CaseId
beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-05-30T02:00:00.000Z') })
  caseId = await assignedQuickly(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const look = (form: FormId, given: GivenFacts = []) => station.as('handler').call('forms.preview', { caseId, form, about: 'case', given })
const words = ({ pages }: FormPreview): string => pages.pages.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.flatMap(({ texts }) => texts))).join('')
const known = ({ asked }: FormPreview) => Object.fromEntries(asked.map((one) => [one.fact, one.known]))
const lacking = ({ lacks }: FormPreview) => lacks.map(({ id }) => id)
const day = (event: 'noticeServed' | 'hearingRequested' | 'hearing', on: string) =>
  station.as('handler').call('deadlines.recordDay', { caseId, event, on: on as IsoDate, at: null, note: '', materialId: null })

it('the notice of the right says what is proposed, on which facts, and how long there is to ask, as the catalogue has it', async () => {
  const notice = await look('hearingRightNotice')
  expect(lacking(notice)).toEqual([])
  expect(known(notice)).toEqual({ hearingBasis: '《中华人民共和国行政处罚法》第六十三条、第六十四条', hearingRequestBy: '五个工作日' })
  for (const said of ['罚款200000元', '排放印染废水', '五个工作日内向本机关提出']) expect(words(notice)).toContain(said)
  expect(words(await look('hearingRightNotice', [{ fact: 'hearingRequestBy', value: '七个工作日' }]))).toContain('七个工作日内向本机关提出')
})

it('the application is for the party: nothing is asked here, and an empty one can be taken away by anybody', async () => {
  const application = await look('hearingApplication')
  expect([application.asked, lacking(application)]).toEqual([[], []])
  expect(application.byHand).toEqual(['联系电话', '委托代理人', '申请事项', '事实和理由', '申请不公开听证的理由', '申请回避的人员和理由', '申请人'])
  const blank = await station.as('supervisor').call('forms.blank', { form: 'hearingApplication', format: 'pdf' })
  expect(blank.name).toContain('听证申请书')
})

it('the report lacks what nobody wrote down, and takes time, place and chair from the notice and the course from the recorded days', async () => {
  expect(lacking(await look('hearingReport'))).toEqual(['hearingOn', 'hearingPlace', 'hearingChair', 'course', 'handlersSaid', 'partySaid', 'advice'])
  await makeForm(station, 'handler', caseId, 'hearingNotice', [
    { fact: 'hearingOn', value: '2026年5月20日9时' },
    { fact: 'hearingPlace', value: '局一楼听证室' },
    { fact: 'hearingChair', value: '梁实' },
  ])
  expect(known(await look('hearingRecord'))).toMatchObject({ hearingOn: '2026年5月20日9时', hearingPlace: '局一楼听证室', hearingChair: '梁实' })
  await day('noticeServed', '2026-05-06')
  await day('hearingRequested', '2026-05-08')
  await day('hearing', '2026-05-20')
  const report = await look('hearingReport')
  expect(known(report)).toMatchObject({ hearingOn: '2026年5月20日9时', hearingCourse: '2026年5月6日告知书送达当事人，2026年5月8日当事人要求听证，2026年5月20日举行听证。' })
  expect(lacking(report)).toEqual(['handlersSaid', 'partySaid', 'advice'])
  // the record was written with another chair: the record knows better
  await makeForm(station, 'handler', caseId, 'hearingRecord', [{ fact: 'hearingChair', value: '韩正' }])
  expect(known(await look('hearingReport'))['hearingChair']).toBe('韩正')
})

it('are made by the handling side', async () => {
  for (const form of ['hearingRightNotice', 'hearingApplication', 'hearingReport'] as const) {
    expect(await refusal(station.as('reviewer').call('forms.make', { caseId, form, about: 'case', given: [], lacks: [] }), 'form-not-yours')).toEqual({ form: `form/${form}`, side: 'formSide/handling' })
  }
})
