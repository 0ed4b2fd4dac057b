/**
 * The masked text (遮盖文本): which places of the original are masked, by what each is replaced, and whether anything that was
 * masked still stands somewhere. The published text is made of the replacements; the original is not in it.
 */
import { z } from 'zod'
import { maskSubjectSchema, type MaskSubject } from '../catalogue/disclosure-rules.ts'

/** A place of the original: UTF-16 offsets, `end` exclusive. */
export const maskMarkSchema = z
  .strictObject({
    start: z.int().min(0),
    end: z.int().min(1),
    subject: maskSubjectSchema,
    /** Null: nobody has decided on it yet. */
    masked: z.boolean().nullable(),
    /** `rule`: found in the text; `person`: added by hand. */
    by: z.enum(['rule', 'person']),
  })
  .refine(({ start, end }) => end > start, { error: 'empty' })
export type MaskMark = z.infer<typeof maskMarkSchema>

/** Longest text that is masked, in characters. */
export const LONGEST_TEXT = 200_000
export const MOST_MARKS = 3000

/** Full-width letters and digits as half-width ones: every character stays in its place. */
export function halfWidth(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
}

const BLANKS = /[\s\u3000\u200b\ufeff]+/gu

/** As two spellings of the same are held against each other: width, case and white space do not matter. */
export function bare(text: string): string {
  return halfWidth(text)
    .replaceAll(BLANKS, '')
    .replaceAll(/[a-z]/gu, (letter) => letter.toUpperCase())
}

export function inOrder(marks: readonly MaskMark[]): MaskMark[] {
  return marks.toSorted((one, other) => one.start - other.start || other.end - one.end)
}

export type MarksProblem = 'outside' | 'overlap' | 'undecided'

/** Why a list of marks cannot be used for the text; null: it can. */
export function marksProblem(original: string, marks: readonly MaskMark[]): MarksProblem | null {
  const sorted = inOrder(marks)
  if (sorted.some(({ start, end }) => end > original.length || start >= end)) return 'outside'
  if (sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0))) return 'overlap'
  return sorted.some(({ masked }) => masked === null) ? 'undecided' : null
}

const COMPOUND_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '皇甫', '尉迟', '公孙', '令狐', '慕容', '司徒', '司空', '夏侯', '端木', '长孙', '南宫', '独孤', '宇文']
const TELLING_APART = '甲乙丙丁戊己庚辛壬癸'

const NAMES: ReadonlySet<MaskSubject> = new Set<MaskSubject>(['personName', 'minor', 'legalRepresentative', 'officerName'])
const WORDS: Readonly<Partial<Record<MaskSubject, string>>> = { address: '（住址略）', birth: '（出生日期略）', companyName: '某单位', tradeSecret: '（商业秘密略）' }

function surnameOf(name: string): string {
  const tight = name.replaceAll(BLANKS, '')
  const compound = COMPOUND_SURNAMES.find((one) => tight.startsWith(one) && tight.length > one.length)
  return compound ?? [...tight][0] ?? ''
}

/** 王强 → 王某; a minor keeps no surname. Numbers become six stars, however long they are. */
function plainReplacement(subject: MaskSubject, words: string): string {
  if (subject === 'minor') return '某未成年人'
  if (NAMES.has(subject)) return `${surnameOf(words)}某`
  return WORDS[subject] ?? '＊＊＊＊＊＊'
}

/** What stands for each masked spelling. Two people who would both be 王某 are 王某甲 and 王某乙. */
export function replacements(original: string, marks: readonly MaskMark[]): ReadonlyMap<string, string> {
  const bySpelling = new Map<string, string>()
  const sameName = new Map<string, string[]>()
  for (const { start, end, subject, masked } of inOrder(marks)) {
    if (masked !== true) continue
    const words = original.slice(start, end)
    const key = bare(words)
    if (bySpelling.has(key)) continue
    const plain = plainReplacement(subject, words)
    bySpelling.set(key, plain)
    if (NAMES.has(subject)) sameName.set(plain, [...(sameName.get(plain) ?? []), key])
  }
  for (const [plain, keys] of sameName) {
    if (keys.length < 2) continue
    keys.forEach((key, place) => bySpelling.set(key, `${plain}${TELLING_APART[place] ?? String(place + 1)}`))
  }
  return bySpelling
}

export interface Segment {
  readonly text: string
  /** The mark that the segment stands for; null for what is not marked. */
  readonly mark: MaskMark | null
  /** What is published in its place. */
  readonly published: string
}

/** The text cut at its marks, in order; the published text is the `published` of all of them. */
export function segmentsOf(original: string, marks: readonly MaskMark[]): Segment[] {
  const byWords = replacements(original, marks)
  const segments: Segment[] = []
  let at = 0
  const plain = (to: number): void => {
    const text = original.slice(at, to)
    if (text !== '') segments.push({ text, mark: null, published: text })
  }
  for (const mark of inOrder(marks)) {
    if (mark.start < at) continue
    plain(mark.start)
    const text = original.slice(mark.start, mark.end)
    segments.push({ text, mark, published: mark.masked === true ? (byWords.get(bare(text)) ?? '＊＊＊＊＊＊') : text })
    at = mark.end
  }
  plain(original.length)
  return segments
}

export function maskedText(original: string, marks: readonly MaskMark[]): string {
  return segmentsOf(original, marks)
    .map(({ published }) => published)
    .join('')
}

/** Stands for a place that a person looked at and left: what is there is no oversight. */
const LEFT = '\uffff'

/**
 * What was masked and yet stands elsewhere in the text to be published, at a place on which nobody decided. Spellings of one
 * character are not looked for.
 */
export function survivors(original: string, marks: readonly MaskMark[]): string[] {
  const checked = bare(
    segmentsOf(original, marks)
      .map(({ mark, published }) => (mark?.masked === false ? LEFT : published))
      .join(''),
  )
  const masked = new Set(marks.filter(({ masked: hidden }) => hidden === true).map(({ start, end }) => original.slice(start, end)))
  return [...masked].filter((words) => bare(words).length > 1 && checked.includes(bare(words)))
}

/** Every place where the words stand, however they are spaced; places that `taken` marks cover are left out. */
export function placesOf(original: string, words: string, taken: readonly Pick<MaskMark, 'start' | 'end'>[] = []): { readonly start: number; readonly end: number }[] {
  const letters = [...bare(words)]
  if (letters.length === 0) return []
  const escaped = letters.map((letter) => letter.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
  const pattern = new RegExp(escaped.join('[\\s\\u3000\\u200b\\ufeff]*'), 'giu')
  return [...halfWidth(original).matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !taken.some((one) => start < one.end && one.start < end))
}
