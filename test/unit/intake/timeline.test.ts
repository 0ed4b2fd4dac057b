import { describe, expect, it } from 'vitest'
import type { DateFact, DocumentFacts } from '../../../src/shared/facts/facts.ts'
import type { UnderstoodFile } from '../../../src/shared/intake/case-proposal.ts'
import { timelineOf, TIMELINE_LABELS, type TimelineEvent } from '../../../src/shared/intake/timeline.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { DECISION, FILING, INQUIRY, MINUTES, NOTICE, RECEIPT } from './invented.ts'
import { fileOf, KINDS, NO_FACTS, samplePapers, textOf } from './texts.ts'

type Given = readonly [meaning: DateFact['meaning'], day: string, time?: string, untilDay?: string, untilTime?: string]

const date = ([meaning, day, time, untilDay, untilTime]: Given, place: number): DateFact => ({
  meaning,
  day: isoDate(day),
  time: time ?? null,
  until: untilDay === undefined ? null : { day: isoDate(untilDay), time: untilTime ?? null },
  passage: { page: 1, start: place * 3, end: place * 3 + 3 },
})

/** A file of one document that states these dates, and no others. */
function stating(
  name: string,
  kind: string,
  dates: readonly Given[],
  words = '日'.repeat(60),
  more: Partial<DocumentFacts> = {},
): UnderstoodFile {
  const spans = [{ page: 1, start: 0, end: words.length }]
  const facts = { ...NO_FACTS, dates: dates.map(date), ...more }
  return {
    fileId: name,
    name,
    text: textOf(words),
    parts: [{ kind, confidence: 1, decidedBy: 'person', spans, facts }],
  }
}
const shown = (files: readonly UnderstoodFile[]): string[] =>
  timelineOf(files, KINDS).map(({ day, time, kind }) => `${day}${time === null ? '' : ` ${time}`} ${kind}`)
const find = (events: readonly TimelineEvent[], kind: string): TimelineEvent | undefined =>
  events.find((event) => event.kind === kind)

describe('the timeline', () => {
  it('tells each act once, in order, with the document of the act as its source', () => {
    const files = [
      stating('决定书', 'decision', [
        ['filed', '2026-01-22'],
        ['noticed', '2026-03-02'],
        ['document', '2026-03-25'],
      ]),
      stating('立案审批表', 'filing-form', [['filed', '2026-01-22']]),
      stating('告知书', 'prior-notice', [['document', '2026-03-02']]),
    ]
    const events = timelineOf(files, KINDS)
    expect(shown(files)).toEqual(['2026-01-22 filed', '2026-03-02 priorNotice', '2026-03-25 decided'])
    expect(events[0]).toMatchObject({
      source: { fileName: '立案审批表' },
      others: [{ fileName: '决定书' }],
      recorded: true,
      label: TIMELINE_LABELS.filed,
    })
  })

  it('takes the time from whoever tells it', () => {
    const files = [
      stating('决定书', 'decision', [['heard', '2026-03-15']]),
      stating('听证笔录', 'hearing-record', [['heard', '2026-03-15', '09:30', '2026-03-15', '11:35']]),
    ]
    expect(timelineOf(files, KINDS)).toMatchObject([
      { kind: 'heard', time: '09:30', until: { day: '2026-03-15', time: '11:35' }, recorded: true },
    ])
  })

  it('keeps two inquiries of one day apart', () => {
    const files = [
      stating('笔录1', 'inquiry-record', [['questioned', '2026-01-25', '09:10']]),
      stating('笔录2', 'inquiry-record', [['questioned', '2026-01-25', '14:00']]),
    ]
    expect(shown(files)).toEqual(['2026-01-25 09:10 questioned', '2026-01-25 14:00 questioned'])
  })

  it('shows an act that no document records as only mentioned', () => {
    const [event] = timelineOf([stating('决定书', 'decision', [['inspected', '2026-01-20']])], KINDS)
    expect(event).toMatchObject({ kind: 'inspected', recorded: false })
  })

  it('says of what a receipt is: by what it names, by the document before it, by the name of its file', () => {
    const named = '送达回证\n送达文书：行政处罚决定书（青市监罚〔2026〕9号）\n送达时间：2026年3月27日10时20分'
    const unnamed = '送达时间：2026年3月27日10时20分\n受送达人：柳青\n送达人：江川、贺兰'
    const served: readonly Given[] = [['served', '2026-03-27', '10:20']]
    const behind = stating('告知书', 'prior-notice', [['document', '2026-03-27']])
    const [notice] = behind.parts
    const [receipt] = stating('回证', 'service-receipt', served, unnamed).parts
    if (notice === undefined || receipt === undefined) throw new Error('no document')
    expect(shown([stating('回证', 'service-receipt', served, named)])).toEqual(['2026-03-27 10:20 decisionServed'])
    expect(shown([{ ...behind, parts: [notice, receipt] }])).toEqual([
      '2026-03-27 priorNotice',
      '2026-03-27 10:20 priorNoticeServed',
    ])
    expect(shown([stating('听证通知书送达.pdf', 'service-receipt', served, unnamed)])).toEqual([
      '2026-03-27 10:20 hearingNoticeServed',
    ])
    expect(shown([stating('00012.pdf', 'service-receipt', served, unnamed)])).toEqual(['2026-03-27 10:20 otherServed'])
  })

  it('shows when a measure ends, and when it was extended to', () => {
    const files = [
      stating('扣押决定书', 'measure-decision', [
        ['document', '2026-01-20', '15:40'],
        ['measure', '2026-01-20', undefined, '2026-02-19'],
      ]),
      stating('延长决定书', 'measure-extension', [
        ['document', '2026-02-13'],
        ['extension', '2026-02-20', undefined, '2026-03-21'],
      ]),
    ]
    expect(shown(files)).toEqual([
      '2026-01-20 15:40 measureTaken',
      '2026-02-13 measureExtended',
      '2026-02-19 measureEnds',
      '2026-03-21 measureEnds',
    ])
  })

  it('leaves out dates that are no acts: of laws, of certificates, of lists', () => {
    const files = [
      stating('决定书', 'decision', [
        ['lawInForce', '2021-07-15'],
        ['certificateUntil', '2028-06-30'],
        ['other', '2019-01-01'],
        ['document', '2026-03-25'],
      ]),
      stating('目录', 'materials-list', [
        ['filed', '2026-01-22'],
        ['heard', '2026-03-15'],
      ]),
    ]
    expect(shown(files)).toEqual(['2026-03-25 decided'])
  })

  it('gives the same keys for the same files, each to one event', () => {
    const files = [
      fileOf('立案审批表.docx', FILING),
      fileOf('笔录.docx', INQUIRY),
      fileOf('告知.docx', `${NOTICE}\n${RECEIPT}`),
      fileOf('讨论.docx', MINUTES),
      fileOf('决定书.docx', DECISION),
    ]
    const keys = timelineOf(files, KINDS).map(({ key }) => key)
    expect(timelineOf(files, KINDS).map(({ key }) => key)).toEqual(keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('of a file as its papers tell it', () => {
    const files = [
      fileOf('决定书.docx', DECISION),
      fileOf('告知.docx', `${NOTICE}\n${RECEIPT}`),
      fileOf('立案审批表.docx', FILING),
      fileOf('讨论.docx', MINUTES),
      fileOf('笔录.docx', INQUIRY),
    ]
    const recorded = timelineOf(files, KINDS)
      .filter((event) => event.recorded)
      .map(({ day, kind }) => `${day} ${kind}`)
    expect(recorded).toEqual([
      '2026-01-22 filed',
      '2026-01-25 questioned',
      '2026-03-02 priorNotice',
      '2026-03-03 priorNoticeServed',
      '2026-03-20 discussed',
      '2026-03-25 decided',
    ])
  })

  it('of the sample has its steps on their days', () => {
    const events = timelineOf(
      samplePapers().map(({ name, words }) => fileOf(`${name}.docx`, words)),
      KINDS,
    )
    const days: Readonly<Record<string, string>> = {
      filed: '2026-03-05',
      inspected: '2026-03-04',
      correctionOrdered: '2026-03-05',
      correctionOrderServed: '2026-03-06',
      correctionChecked: '2026-03-13',
      heard: '2026-04-21',
      hearingNoticeServed: '2026-04-09',
      discussed: '2026-05-11',
      submitted: '2026-05-18',
    }
    for (const [kind, day] of Object.entries(days)) expect(find(events, kind)?.day, kind).toBe(day)
    expect(events.filter(({ kind }) => kind === 'priorNoticeServed').map(({ day }) => day)).toEqual([
      '2026-03-30',
      '2026-05-08',
    ])
    expect(events.filter(({ kind, recorded }) => kind === 'questioned' && recorded).map(({ about }) => about)).toEqual([
      '罗海峰',
      '田小雨',
      '邱建业',
    ])
    expect(events.map(({ day }) => day)).toEqual(events.map(({ day }) => day).toSorted())
  })
})
