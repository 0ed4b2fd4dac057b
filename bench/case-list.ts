/** A page of the list of a hundred thousand cases, against the same question in SQL written by hand. */
import { listCases } from '../src/main/cases/case-list.ts'
import { connect, openDatabase } from '../src/main/store/database.ts'
import { databasePath } from '../src/main/store/open-store.ts'
import { listShapes } from './list-shapes.ts'
import { inTurn, timed, timesOf, type Times } from './measure.ts'
import { atMost, ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { stationWithManyCases } from './stations.ts'

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
      return report(shaped, first)
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

function report(shaped: readonly Shaped[], first: Times): SubjectReport {
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
      ...slowest.map(({ name, core: times, byHand: peer }) => ({
        what: `median: ${name}`,
        measured: ms(times.median),
        against: { what: 'by hand', measured: ms(peer.median) },
      })),
    ],
    notes: [`${RUNS} runs each, in turn; the core also counts the matches, the hand-written SQL does not. The ${SLOWEST} slowest questions are listed.`],
  }
}
