/** The files in which an agency keeps the papers: names, formats, several papers in one file, its marks. */
import type { DocumentText } from '../../src/shared/intake/document-text.ts'
import type { GeneratedCase } from './case.ts'
import { textOf, type Paper } from './paper.ts'
import { randomOf } from './random.ts'
import type { Story } from './story.ts'

export type FileFormat = 'docx' | 'pdf' | 'xlsx' | 'txt'

export interface GeneratedFile {
  readonly name: string
  readonly format: FileFormat
  readonly papers: readonly Paper[]
}

/** What lies together where an agency joins papers: the first gives the file its name. */
const JOINED: readonly (readonly [string, string, string])[] = [
  ['correction', 'correction-receipt', '及送达回证'],
  ['notice', 'notice-receipt', '及送达回证'],
  ['hearing-notice', 'hearing-receipt', '及送达回证'],
  ['measure', 'measure-receipt', '及送达回证'],
  ['extension', 'extension-receipt', '、送达回证'],
  ['review', 'minutes', '及集体讨论记录'],
]
const SHEETS: ReadonlySet<string> = new Set(['calculation', 'goods'])

/** Half-width marks, as many systems write them; quotation marks and those of titles stay. */
const ASCII: Readonly<Record<string, string>> = { '：': ':', '（': '(', '）': ')', '，': ',', '；': ';', '？': '?' }

export function marked(story: Story, text: string): string {
  return story.habits.marks === 'ascii' ? text.replace(/[：（），；？]/gu, (mark) => ASCII[mark] ?? mark) : text
}

function formatOf(story: Story, paper: Paper, alone: boolean): FileFormat {
  // only a PDF has pages
  if (paper.lines.some(({ text }) => text.includes('\f'))) return 'pdf'
  const random = randomOf(story.seed).fork(`format ${paper.id}`)
  if (alone && SHEETS.has(paper.id) && random.chance(0.4)) return 'xlsx'
  const share = random.next()
  return share < 0.62 ? 'docx' : share < 0.92 ? 'pdf' : 'txt'
}

export function filesOf({ story, papers }: GeneratedCase): GeneratedFile[] {
  const { habits } = story
  const joined = habits.joined
    ? JOINED.filter(([one, other]) => papers.some(({ id }) => id === one) && papers.some(({ id }) => id === other))
    : []
  const second = new Map(joined.map(([one, other, end]) => [one, { other, end }]))
  const taken = new Set(joined.map(([, other]) => other))
  const used = new Set<string>()
  return papers
    .filter(({ id }) => !taken.has(id))
    .map((paper, place): GeneratedFile => {
      const more = second.get(paper.id)
      const other = more === undefined ? undefined : papers.find(({ id }) => id === more.other)
      const format = formatOf(story, paper, other === undefined)
      const base = `${paper.name}${other === undefined ? '' : (more?.end ?? '')}`
      const number = String(place + 1).padStart(2, '0')
      const wanted =
        habits.names === 'numbered' ? `${number}${base}` : habits.names === 'dashed' ? `${number}-${base}` : base
      let name = `${wanted}.${format}`
      for (let again = 2; used.has(name); again += 1) name = `${wanted}（${again}）.${format}`
      used.add(name)
      return { name, format, papers: other === undefined ? [paper] : [paper, other] }
    })
}

const LINE = 38
/** Rows of a form keep their line. */
const RUNNING = 80

/**
 * A text saved from a page view keeps its lines: a sentence runs over several. The reader of PDF makes paragraphs again.
 */
function broken(line: string): string {
  if (line.includes('\t') || line.length < RUNNING) return line
  const pieces: string[] = ['']
  // a word or a figure is never parted
  for (const [word] of line.matchAll(/[0-9A-Za-z.,]+|./gsu)) {
    const last = pieces.length - 1
    if ((pieces[last] ?? '').length + word.length > LINE) pieces.push(word)
    else pieces[last] += word
  }
  return pieces.join('\n')
}

const SOURCES = { docx: 'docx', pdf: 'pdf', xlsx: 'spreadsheet', txt: 'plain' } as const

/** The text of a file as its reader would give it, without making the file. */
export function textOfFile(story: Story, { format, papers }: GeneratedFile): DocumentText {
  const texts = papers.flatMap((paper) => marked(story, textOf(paper)).split('\f'))
  const source = SOURCES[format]
  const pages =
    format === 'pdf'
      ? texts
      : [texts.map((text) => (format === 'txt' ? text.split('\n').map(broken).join('\n') : text)).join('\n')]
  return { pages: pages.map((text, place) => ({ number: place + 1, source, text, confidence: null })) }
}
