/**
 * `npm run measure:cases -- FOLDER… [--json]`: how much of a case's known defects the pre-review finds. Each FOLDER is a case
 * (`files/` and `truth.json`) or holds such folders; it is read the way `fashen prereview` reads it, scans included.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { prereviewFolder } from '../src/main/cli/prereview-folder.ts'
import type { Prereviewed } from '../src/main/cli/prereview-case.ts'
import { shiftDays } from '../src/shared/deadlines/day-arithmetic.ts'
import { workingDaysBetween } from '../src/shared/deadlines/periods.ts'
import { kindsOfName } from '../src/shared/intake/recognise-kind.ts'
import { isoDateSchema, type IsoDate } from '../src/shared/values/values.ts'

const truthSchema = z.object({
  caseName: z.string(),
  keyDates: z.array(z.object({ what: z.string(), date: isoDateSchema, file: z.string() })).default([]),
  clocks: z
    .array(
      z.object({
        what: z.string(),
        from: isoDateSchema,
        to: isoDateSchema,
        unit: z.string(),
        count: z.number(),
        limit: z.number(),
        ok: z.boolean(),
      }),
    )
    .default([]),
  documents: z.array(z.object({ file: z.string(), kind: z.string() })).default([]),
  defects: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      also: z.array(z.string()).default([]),
      files: z.array(z.string()).default([]),
      why: z.string(),
    }),
  ),
  notes: z.array(z.string()).default([]),
})
type Truth = z.infer<typeof truthSchema>

interface Share {
  readonly found: number
  readonly of: number
  readonly missing: readonly string[]
}

interface Measured {
  readonly case: string
  readonly seconds: number
  readonly questions: Share
  /** Defects by their own file: a finding of the question points into one of the defect's files. */
  readonly places: Share
  /** Questions that the findings raise and truth and notes do not name, each with what was said. */
  readonly unexplained: readonly { readonly question: string; readonly said: readonly string[] }[]
  readonly kinds: Share
  readonly dates: Share
  readonly clocks: Share
}

function share<One>(expected: readonly One[], isFound: (one: One) => boolean, name: (one: One) => string): Share {
  const missing = expected.filter((one) => !isFound(one))
  return { found: expected.length - missing.length, of: expected.length, missing: missing.map(name) }
}

/** The path of a found file ends with the name that truth gives. */
const isFile = (path: string, name: string): boolean => path === name || path.endsWith(`/${name}`)

function kindsFound({ files, catalogue }: Prereviewed, { file, kind }: Truth['documents'][number]): boolean {
  const found = new Set(
    files.filter((one) => isFile(one.file, file)).flatMap(({ parts }) => parts.map((part) => part.kind)),
  )
  // truth has the words of an agency; each piece is recognised as the name of a file would be
  const wanted = kind
    .split(/[、及和]/u)
    .flatMap((piece) => kindsOfName(`${piece}.docx`, catalogue.documentKinds).map((one) => one.kind))
  // 现场笔录 is the record of an inspection as well as that of a seizure
  const isRecord = /(?:^|[、，])现场笔录/u.test(kind) && found.has('measure-record')
  return wanted.every((one) => one === 'other' || found.has(one) || (one === 'inspection-record' && isRecord))
}

function dateFound({ files }: Prereviewed, { file, date }: Truth['keyDates'][number]): boolean {
  return files
    .filter((one) => isFile(one.file, file))
    .some(({ parts }) =>
      parts.some(({ facts }) => facts.dates.some(({ day, until }) => day === date || until?.day === date)),
    )
}

function daysOf(result: Prereviewed): ReadonlySet<IsoDate> {
  return new Set(
    result.files.flatMap(({ parts }) =>
      parts.flatMap(({ facts }) =>
        facts.dates.flatMap(({ day, until }) => (until === null ? [day] : [day, until.day])),
      ),
    ),
  )
}

/** Both ends were read, and counting between them gives what a careful reader counted. */
function clockRight(result: Prereviewed, { from, to, unit, count }: Truth['clocks'][number]): boolean {
  const days = daysOf(result)
  if (!days.has(from) || !days.has(to)) return false
  if (unit === 'wd') return workingDaysBetween(result.caseFile.calendar, from, to).days === count
  return unit !== 'd' || shiftDays(from, count) === to
}

function compare(result: Prereviewed, truth: Truth, seconds: number): Measured {
  const raised = new Map<string, string[]>()
  for (const { questionId, message, evidence } of result.findings) {
    const where = evidence[0]?.fileName ?? ''
    raised.set(questionId, [...(raised.get(questionId) ?? []), `${message['zh-CN']} [${where}]`])
  }
  const expected = [...new Set(truth.defects.map(({ question }) => question))]
  const explained = new Set([
    ...expected,
    ...truth.defects.flatMap(({ also }) => also),
    ...truth.notes.flatMap((note) => [...note.matchAll(/\b[1-8]\.\d{1,2}\b/gu)].map(([id]) => id)),
  ])
  const pointsInto = ({ question, files }: Truth['defects'][number]) =>
    result.findings.some(
      ({ questionId, evidence }) =>
        questionId === question &&
        (files.length === 0 || evidence.some(({ fileName }) => files.some((file) => isFile(fileName, file)))),
    )
  return {
    case: truth.caseName,
    seconds,
    questions: share(
      expected,
      (question) => raised.has(question),
      (question) => `${question}: ${truth.defects.find((one) => one.question === question)?.why ?? ''}`,
    ),
    places: share(truth.defects, pointsInto, ({ id, question }) => `${id} (${question})`),
    unexplained: [...raised]
      .filter(([question]) => !explained.has(question))
      .map(([question, said]) => ({ question, said })),
    kinds: share(
      truth.documents,
      (document) => kindsFound(result, document),
      ({ file, kind }) => `${file}: ${kind}`,
    ),
    dates: share(
      truth.keyDates,
      (date) => dateFound(result, date),
      ({ what, date }) => `${what} ${date}`,
    ),
    clocks: share(
      truth.clocks,
      (clock) => clockRight(result, clock),
      ({ what, from, to }) => `${what} ${from} – ${to}`,
    ),
  }
}

const inWords = ({ found, of }: Share): string =>
  `${found}/${of}${of === 0 ? '' : ` (${Math.round((found / of) * 100)} %)`}`

function print(measured: Measured): void {
  const { questions, places, unexplained, kinds, dates, clocks } = measured
  console.log(`\n${measured.case}  (${measured.seconds.toFixed(1)} s)`)
  for (const [name, one] of [
    ['questions found', questions],
    ['in the right file', places],
    ['kinds of documents', kinds],
    ['key dates', dates],
    ['clocks', clocks],
  ] as const) {
    console.log(`  ${name.padEnd(20)}${inWords(one)}`)
    for (const missing of one.missing) console.log(`      missing  ${missing}`)
  }
  console.log(`  ${'unexplained'.padEnd(20)}${unexplained.length}`)
  for (const { question, said } of unexplained) for (const words of said) console.log(`      ${question}  ${words}`)
}

function caseFolders(folder: string): string[] {
  if (existsSync(join(folder, 'truth.json'))) return [folder]
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'truth.json')))
    .map((entry) => join(folder, entry.name))
    .toSorted()
}

const words = process.argv.slice(2)
const folders = words.filter((word) => !word.startsWith('--')).flatMap((folder) => caseFolders(resolve(folder)))
if (folders.length === 0) {
  console.error(
    'usage: npm run measure:cases -- FOLDER… [--json]   (a folder with files/ and truth.json, or one of such folders)',
  )
  process.exit(2)
}
const all: Measured[] = []
for (const folder of folders) {
  const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')))
  const began = performance.now()
  const result = await prereviewFolder(join(folder, 'files'), { onProgress: () => undefined })
  all.push(compare(result, truth, (performance.now() - began) / 1000))
}
if (words.includes('--json')) console.log(JSON.stringify(all, undefined, 1))
else {
  for (const measured of all) print(measured)
  const [found, of] = [
    all.reduce((sum, { questions }) => sum + questions.found, 0),
    all.reduce((sum, { questions }) => sum + questions.of, 0),
  ]
  console.log(
    `\nrecall by question ${inWords({ found, of, missing: [] })}, at most ${Math.max(...all.map(({ unexplained }) => unexplained.length))} unexplained questions a case`,
  )
}
