/** A page of the list of a hundred thousand cases, against the same question in SQL written by hand. */
import { caseOrder, listCases } from '../src/main/cases/case-list.ts'
import { openWorkstation } from '../src/main/core/workstation.ts'
import { connect, openDatabase, type Reader } from '../src/main/store/database.ts'
import { databasePath } from '../src/main/store/open-store.ts'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../src/shared/cases/case-filter.ts'
import type { SignedInPerson } from '../src/shared/people/contract.ts'
import type { PersonId } from '../src/shared/values/values.ts'
import { listShapes } from './list-shapes.ts'
import { inTurn, timed, timedAsync, timesOf, type Times } from './measure.ts'
import { atMost, ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, stationWithManyCases } from './stations.ts'
import { workbookFindings } from './workbook.ts'

const RUNS = 15
const SLOWEST = 8

interface Shaped {
  readonly name: string
  readonly core: Times
  readonly byHand: Times
}

export const caseList: Subject = {
  name: 'case-list',
  title: '100,000 cases in an encrypted store, one page of the list, filtered and sorted',
  async run(say): Promise<SubjectReport> {
    const { folder, dataKey } = await stationWithManyCases(say)
    const first = firstAnswers(databasePath(folder), dataKey)
    say('asked each question once on a newly opened store')
    const database = openDatabase(databasePath(folder), dataKey)
    const bare = connect(databasePath(folder), dataKey, 'read')
    try {
      // the same memory for pages as the product gives its own reader
      bare.pragma(`cache_size = ${database.reader.get<{ cache_size: number }>('PRAGMA cache_size')?.cache_size ?? -2000}`)
      const shaped: Shaped[] = []
      for (const shape of listShapes(database.reader)) {
        const statement = bare.prepare(shape.sql)
        const { core, byHand } = await inTurn(RUNS, {
          core: () => listCases(database.reader, shape.input),
          byHand: () => statement.all(...shape.values),
        })
        const [found, expected] = [listCases(database.reader, shape.input).rows.length, statement.all(...shape.values).length]
        if (found !== Math.min(expected, shape.input.size)) throw new Error(`${shape.name}: ${found} rows, by hand ${expected}`)
        shaped.push({ name: shape.name, core, byHand })
      }
      say('asked each question in turn')
      const jumps = jumpTimes(database.reader)
      const texts = await textTimes(folder, dataKey)
      say('searched for words')
      return report(shaped, first, [...jumps, ...texts, ...(await workbookFindings('case-export.ts', { folder, dataKey }, 'cases, every column'))])
    } finally {
      bare.close()
      database.close()
    }
  },
}

/** Each question once, with nothing of the store in memory but what the question before left there. */
function firstAnswers(file: string, dataKey: Uint8Array): Times {
  const database = openDatabase(file, dataKey)
  try {
    return timesOf(listShapes(database.reader).map(({ input }) => timed(() => listCases(database.reader, input))))
  } finally {
    database.close()
  }
}

/** The first look into the middle of a list makes its whole order; any place of it is one step away afterwards. */
function jumpTimes(reader: Reader): Finding[] {
  const [orders, places]: [number[], number[]] = [[], []]
  for (const { input } of listShapes(reader)) {
    if (input.after !== null) continue
    let count = 0
    orders.push(timed(() => (count = caseOrder(reader, input).length)))
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      places.push(timed(() => listCases(reader, { ...input, offset: Math.max(1, Math.floor(count * share)), size: 100 })))
    }
  }
  const [first, later] = [timesOf(orders), timesOf(places)]
  return [
    { what: 'whole order of a filter and sort, made once, p50', measured: ms(first.median) },
    { what: 'the same, p95', measured: ms(first.p95) },
    { what: 'the same, slowest', measured: ms(first.max) },
    { what: 'jump to a place in it, page of 100, p95', measured: ms(later.p95), goal: atMost(16, later.p95) },
  ]
}

const WORDS: readonly (readonly [characters: number, words: readonly string[]])[] = [
  [1, ['排', '稀', '鑫', '录', '龘']],
  [2, ['排污', '听证', '色度', '鑫宏', '陈述']],
  [4, ['排污许可', '稀释倍数', '行政处罚', '化学需氧', '没有此词']],
]

/** Search over cases, papers and opinions as the window asks for it: each word anew, nothing of it remembered. */
async function textTimes(folder: string, dataKey: Uint8Array): Promise<Finding[]> {
  const workstation = await openWorkstation(folder, dataKey, { resourcesFolder, read: false, sweep: false })
  try {
    const caller = workstation.connect()
    const person = workstation.workbench.reader.get<{ id: PersonId }>("SELECT id FROM people WHERE fields LIKE '%head%' LIMIT 1")
    workstation.signIn(caller, { id: person?.id } as SignedInPerson)
    const findings: Finding[] = []
    for (const [characters, words] of WORDS) {
      const times: number[] = []
      for (let run = 0; run < 4; run += 1) {
        for (const word of words) {
          // something was written in between: nothing that was found before counts
          workstation.workbench.withoutAudit('bench', (writer) => writer.run('UPDATE reading_control SET recognition_paused = recognition_paused'))
          const input = { filter: { ...EMPTY_CASE_FILTER, text: word }, sort: NEWEST_FIRST, after: null, offset: 0, size: 100 }
          times.push(await timedAsync(async () => {
            const reply = await workstation.dispatch('cases.list', input, caller)
            if (!reply.ok) throw new Error(JSON.stringify(reply.error))
          }))
        }
      }
      const { median, p95 } = timesOf(times)
      findings.push(
        { what: `search in cases, 60,000 pages, opinions: ${characters} characters, p50`, measured: ms(median) },
        { what: 'the same, p95', measured: ms(p95) },
      )
    }
    return findings
  } finally {
    workstation.close()
  }
}

function report(shaped: readonly Shaped[], first: Times, more: readonly Finding[]): SubjectReport {
  const core = timesOf(shaped.flatMap(({ core: times }) => times.sorted))
  const byHand = timesOf(shaped.flatMap(({ byHand: times }) => times.sorted))
  const overall = (what: string, of: (times: Times) => number, limit?: number): Finding => ({
    what,
    measured: ms(of(core)),
    against: { what: 'by hand', measured: ms(of(byHand)) },
    goal: limit === undefined ? undefined : atMost(limit, of(core)),
  })
  const slowest = shaped.toSorted((a, b) => b.core.median - a.core.median).slice(0, SLOWEST)
  return {
    findings: [
      overall(`page of 50, ${shaped.length} questions, p50`, ({ median }) => median),
      overall('p95', ({ p95 }) => p95, 16),
      overall('slowest single answer', ({ max }) => max),
      { what: 'asked for the first time after opening, p95', measured: ms(first.p95) },
      { what: 'asked for the first time after opening, slowest', measured: ms(first.max) },
      ...more,
      ...slowest.map(({ name, core: times, byHand: peer }) => ({
        what: `median: ${name}`,
        measured: ms(times.median),
        against: { what: 'by hand', measured: ms(peer.median) },
      })),
    ],
    notes: [`${RUNS} runs each, in turn; the core also counts the matches, the hand-written SQL does not. The ${SLOWEST} slowest questions are listed.`],
  }
}
