/** Texts of files for the tests: written down, or the sample papers as their DOCX reads. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSamplePaper } from '../../../src/main/samples/sample-markup.ts'
import { chineseDate, headingNumbers } from '../../../src/shared/documents/numbering.ts'
import type { Inline, OfficialDocument } from '../../../src/shared/documents/model.ts'
import type { DocumentFacts } from '../../../src/shared/facts/facts.ts'
import { quoted, type DocumentText } from '../../../src/shared/intake/document-text.ts'
import { recognisedDocuments, understand } from '../../../src/shared/intake/understand.ts'
import type { UnderstoodFile } from '../../../src/shared/intake/case-proposal.ts'
import type { LearnedName } from '../../../src/shared/intake/learned-names.ts'
import { shipped } from '../catalogue/shipped.ts'

export const KINDS = shipped.documentKinds

export const NO_FACTS: DocumentFacts = {
  title: null,
  numbers: [],
  agencies: [],
  parties: [],
  persons: [],
  dates: [],
  periods: [],
  amounts: [],
  quantities: [],
  measures: [],
  citations: [],
  remedies: [],
  rights: [],
  signatures: [],
  seals: [],
  blanks: [],
  conclusions: [],
}

/** `\f` parts pages. */
export function textOf(words: string, confidence: number | null = null): DocumentText {
  const source = confidence === null ? 'plain' : 'ocr'
  return { pages: words.split('\f').map((text, place) => ({ number: place + 1, source, text, confidence })) }
}

export function fileOf(name: string, words: string, learned: readonly LearnedName[] = []): UnderstoodFile {
  const text = textOf(words)
  return { fileId: name, name, text, parts: understand({ name, text, kinds: KINDS, learned }) }
}

/** The kinds that are found, in order. */
export function kindsIn(name: string, words: string): string[] {
  return recognisedDocuments({ name, text: textOf(words), kinds: KINDS }).map(({ kind }) => kind)
}

export function firstLines({ text, parts }: UnderstoodFile): string[] {
  return parts.map(({ spans }) => (spans[0] === undefined ? '' : (quoted(text, spans[0]).trim().split('\n')[0] ?? '')))
}

const SAMPLE = join(import.meta.dirname, '../../../resources/samples/penalty-no-permit/documents')

const inlineText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.checked ? '☑' : '☐')).join('')

function linesOf({ title, number, addressee, blocks, attachments, signOff }: OfficialDocument): string[] {
  const numbers = headingNumbers(blocks)
  const body = blocks.flatMap((block, place): string[] => {
    if (block.kind === 'heading') return [`${numbers[place] ?? ''}${block.text}`]
    if (block.kind === 'paragraph' || block.kind === 'note') return [inlineText(block.inlines)]
    if (block.kind === 'table')
      return [block.columns.map(({ header }) => header), ...block.rows.map((row) => row.map(inlineText))].map((row) =>
        row.join('\t'),
      )
    if (block.kind === 'key-value') {
      return block.rows.map(({ label, value, second }) =>
        [label, inlineText(value), ...(second === undefined ? [] : [second.label, inlineText(second.value)])].join(
          '\t',
        ),
      )
    }
    return []
  })
  return [
    ...title.split('\n'),
    ...(number === null ? [] : [number]),
    ...(addressee === null ? [] : [`${addressee}：`]),
    ...body,
    ...attachments.map((name) => `附件：${name}`),
    ...[signOff?.organ ?? []].flat(),
    ...[signOff?.date ?? []].flat().map((day) => chineseDate(day)),
  ]
}

/** The 34 papers of the sample by their names without ending. */
export function samplePapers(): { readonly name: string; readonly words: string }[] {
  return readdirSync(SAMPLE)
    .sort()
    .map((file) => ({
      name: file.replace('.txt', ''),
      words: linesOf(parseSamplePaper(file, readFileSync(join(SAMPLE, file), 'utf8')).document).join('\n'),
    }))
}
