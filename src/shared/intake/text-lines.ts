/** The lines of a file's text with their places, and what can be told of a line by its form alone. */
import type { DocumentText } from './document-text.ts'
import { titleWords } from './title-text.ts'

export interface TextLine {
  readonly page: number
  /** Offsets into the page's text, `end` exclusive, without the line break. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Chinese characters, letters and digits only: what titles and labels are compared by. */
  readonly words: string
  /** First line of its page that is no furniture. */
  readonly opensPage: boolean
}

const PAGE_NUMBER =
  /^(?:[-—–·~\s]*\d{1,4}[-—–·~\s]*|第\s*[\d一二三四五六七八九十]+\s*页\s*[，,/]?\s*(?:共\s*[\d一二三四五六七八九十]+\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/u

/** Lines with words, in order; blank lines and page numbers (页码) are left out. */
export function textLines(text: DocumentText): TextLine[] {
  const lines: TextLine[] = []
  for (const page of text.pages) {
    let opensPage = true
    let start = 0
    for (const raw of page.text.split('\n')) {
      const end = start + raw.length
      const words = titleWords(raw)
      if (words !== '' && !PAGE_NUMBER.test(raw.trim())) {
        lines.push({ page: page.number, start, end, text: raw.trim(), words, opensPage })
        opensPage = false
      }
      start = end + 1
    }
  }
  return lines
}

const DAY =
  '(?:(?:19|20)\\d{2}|二[〇○O0零]..)\\s*年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日'
const MOMENT = `${DAY}(?:\\s*\\d{1,2}\\s*[时:：]\\s*(?:\\d{1,2}\\s*分?)?)?`
const ENDS_WITH_DAY = new RegExp(`${MOMENT}[)）。]?$`, 'u')
/** One of 年, 月 and 日 may be misread. */
const ONLY_A_DAY = new RegExp(
  `^(?:日期[:：]?)?\\s*(?:${MOMENT}|(?:19|20)\\d{2}\\s*\\S\\s*\\d{1,2}\\s*\\S\\s*\\d{1,2}\\s*\\S?)$`,
  'u',
)
const SIGNED = /签名|签字|盖章|印章|公章|签章|签收|捺印|按指印|（章）|\(章\)/u
const SIGNING_LABEL =
  /(?:收件记录|抄送|印发|签收人|收件人|送达人|填报人|制表人|经办人|核对人|承办人|见证人|负责人|主持人|记录人|复查人|检查人|询问人|执法人员)[:：\t][^，,]{0,40}$/u
const LONGEST_SIGNATURE = 90

/** A date alone, a signature, a seal: the last lines of a document (落款). */
export function endsDocument(line: TextLine): boolean {
  const { text } = line
  if (ONLY_A_DAY.test(text)) return true
  if (text.length > LONGEST_SIGNATURE || /[。；]$/u.test(text)) return false
  return SIGNED.test(text) || ENDS_WITH_DAY.test(text) || SIGNING_LABEL.test(text)
}

const NUMBER = /[〔[【（(［]\s*(?:19|20)\d{2}\s*[〕\]】）)］].{0,12}$/u
const ADDRESSEE = /^[^，。；,;]{2,40}[:：]$/u
const LABEL = /^[^，。；,;:：\t]{2,16}[:：]\s*\S/u

/** A line that a document can only end with: a day alone, a seal, a signature; not a field that ends with a date. */
export function surelyEnds({ text }: TextLine): boolean {
  return ONLY_A_DAY.test(text) || (text.length <= LONGEST_SIGNATURE && SIGNED.test(text) && !/[。；]$/u.test(text))
}

/** A document number, an addressee, a label with its value or a row of cells: the first lines below a title. */
export function beginsForm(line: TextLine): boolean {
  const { text } = line
  if (NUMBER.test(text) && text.length <= 40) return true
  return (
    ADDRESSEE.test(text) ||
    LABEL.test(text) ||
    /^[^\t]{1,16}\t\s*\S/u.test(text) ||
    /^\S{2,12}(?:\s{3,}\S+)+/u.test(text)
  )
}

/** Lines that stand above a title: the agency, the name of the case (关于…案), an annex mark. */
export function standsAboveTitle(line: TextLine): boolean {
  const { text, words } = line
  if (text.includes('\t') || /[，。；：:]/u.test(text) || words.length > 40) return false
  if (/^附件\d{0,2}$/u.test(words)) return true
  if (words.startsWith('关于') || words.endsWith('案')) return true
  return /(?:局|厅|委员会|委|政府|办公室|支队|大队|总队|中队|中心|海关|法院|检察院|公司|站|所|院|处|队)$/u.test(words)
}
