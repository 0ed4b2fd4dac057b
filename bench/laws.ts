/** The law library: importing the texts beside the project, importing them again, and searching against LIKE. */
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { loadCatalogue } from '../src/main/catalogue/load.ts'
import { LawImport, type ImportDesk, type ImportFrom } from '../src/main/laws/import-job.ts'
import { findLawFiles, readLawFile } from '../src/main/laws/law-files.ts'
import { searchLaws, type LawSearch } from '../src/main/laws/law-search.ts'
import { lawsNamed } from '../src/main/laws/law-views.ts'
import type { OpenDatabase } from '../src/main/store/database.ts'
import { openStore } from '../src/main/store/open-store.ts'
import { isoDate, isoInstant } from '../src/shared/values/values.ts'
import { inTurn, timesOf } from './measure.ts'
import { atMost, ms, type Finding, type Say, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, scratchFolder } from './stations.ts'

const FOLDERS = ['laws', 'laws-enforcement'].map((name) => resolve(import.meta.dirname, '../../shared', name))
const TODAY = isoDate('2026-11-20')
/** Common and rare, one, two and four characters. */
const WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['one character', ['罚', '水', '证', '的', '塔', '龙']],
  ['two characters', ['规定', '处罚', '听证', '查封', '渔港', '蜂蜜']],
  ['four characters', ['行政处罚', '责令改正', '没收违法', '生态环境', '排污许可', '烟花爆竹']],
]
const RUNS = 10

function deskOf(database: OpenDatabase, pieces: number[]): ImportDesk {
  const catalogue = loadCatalogue(join(resourcesFolder, 'catalogue'))
  const timed: ImportDesk['withoutAudit'] = (what, work) => {
    const started = performance.now()
    const result = database.transaction(what, work)
    pieces.push(performance.now() - started)
    return result
  }
  return {
    reader: database.reader,
    catalogue,
    instant: () => isoInstant(new Date()),
    emit: () => undefined,
    withoutAudit: timed,
    actAs: (_actor, act, work) => database.transaction(act.act, work),
  }
}

function sourceOf(folder: string): ImportFrom {
  return {
    source: basename(folder),
    files: (stopped) => findLawFiles(folder, stopped),
    read: (path) => readLawFile(join(folder, path)),
  }
}

async function importAll(
  database: OpenDatabase,
  folders: readonly string[],
  pieces: number[],
): Promise<{ readonly seconds: number; readonly files: number; readonly changed: number }> {
  const started = performance.now()
  let [files, changed] = [0, 0]
  for (const folder of folders) {
    const state = await new LawImport(deskOf(database, pieces), sourceOf(folder), 'system').finished
    files += state.done
    changed += state.added + state.changed
  }
  return { seconds: (performance.now() - started) / 1000, files, changed }
}

function search(database: OpenDatabase, text: string): void {
  const wanted: LawSearch = { text, law: null, kind: null, standing: 'inForce', after: null, size: 20 }
  searchLaws(database.reader, wanted, TODAY, (words) => lawsNamed(database.reader, words, null, 8, TODAY))
}

async function searching(database: OpenDatabase): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [what, words] of WORDS) {
    const [ours, like]: [number[], number[]] = [[], []]
    for (const word of words) {
      const times = await inTurn(RUNS, {
        ours: () => search(database, word),
        like: () =>
          database.reader.all('SELECT id, body FROM law_articles WHERE body LIKE ? ORDER BY id LIMIT 501', `%${word}%`),
      })
      ours.push(...times.ours.sorted)
      like.push(...times.like.sorted)
    }
    const [mine, peer] = [timesOf(ours), timesOf(like)]
    findings.push({
      what: `search, ${what}, p95`,
      measured: ms(mine.p95),
      against: { what: 'LIKE, the same articles', measured: ms(peer.p95) },
      goal: atMost(30, mine.p95),
    })
  }
  return findings
}

export const laws: Subject = {
  name: 'laws',
  title: 'the law library',
  async run(say: Say): Promise<SubjectReport> {
    const folders = FOLDERS.filter((folder) => existsSync(folder))
    if (folders.length === 0)
      return { findings: [], notes: [], skipped: ['there are no texts of laws beside the project'] }
    const folder = scratchFolder()
    const database = openStore(folder, new Uint8Array(randomBytes(32)))
    try {
      const pieces: number[] = []
      const first = await importAll(database, folders, pieces)
      say(`${first.files} files imported`)
      const again = await importAll(database, folders, [])
      const { p95, p99, max } = timesOf(pieces)
      const found = database.reader.get<{ articles: number; versions: number }>(
        'SELECT count(*) AS articles, (SELECT count(*) FROM law_versions) AS versions FROM law_articles',
      )
      return {
        findings: [
          {
            what: `import ${first.files} files`,
            measured: ms(first.seconds * 1000),
            goal: atMost(90_000, first.seconds * 1000),
          },
          {
            what: `import them again (${again.changed} changed)`,
            measured: ms(again.seconds * 1000),
            against: { what: 'the first time', measured: ms(first.seconds * 1000) },
          },
          { what: 'longest the core is held by it, p99', measured: ms(p99), goal: atMost(50, p99) },
          ...(await searching(database)),
        ],
        notes: [
          `${found?.versions ?? 0} versions with ${found?.articles ?? 0} articles; pieces of the import: p95 ${p95.toFixed(1)} ms, longest ${max.toFixed(1)} ms.`,
          'A search shows 20 articles, counts up to 500, and looks for titles; LIKE reads up to 501 articles.',
        ],
      }
    } finally {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
