/** The masked text as a document (公开文本): composed of what is published alone, so that no file made of it has the original. */
import { note, paragraph, type OfficialDocument } from '../documents/model.ts'
import { bare, maskedText, placesOf, replacements, type MaskMark } from './masks.ts'

const TITLE = /^.{2,30}(?:决定书|决定|通知书|书)$/u

/** The words with everything that is masked in the text replaced in them too. */
export function maskedWords(words: string, original: string, marks: readonly MaskMark[]): string {
  let masked = words
  for (const [key, replacement] of [...replacements(original, marks)].toSorted(([one], [other]) => other.length - one.length)) {
    if (bare(key).length < 2) continue
    for (const { start, end } of placesOf(masked, key).toReversed()) masked = masked.slice(0, start) + replacement + masked.slice(end)
  }
  return masked
}

interface MaskedSource {
  readonly title: string
  readonly original: string
  readonly marks: readonly MaskMark[]
}

/** The first lines up to the title of the paper are its head; what follows are its paragraphs, line by line. */
export function maskedDocument({ title, original, marks }: MaskedSource): OfficialDocument {
  const lines = maskedText(original, marks)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const at = lines.slice(0, 4).findIndex((line) => TITLE.test(line.replaceAll(/\s/gu, '')))
  const head = at === -1 ? [maskedWords(title, original, marks)] : lines.slice(0, at + 1)
  const body = at === -1 ? lines : lines.slice(at + 1)
  return {
    title: head.join('\n'),
    number: null,
    addressee: null,
    blocks: [...body.map((line) => paragraph(line)), note('注：本文本供公开使用，依法应当隐去的信息已作处理。')],
    attachments: [],
    signOff: null,
    footer: [],
    watermark: null,
  }
}
