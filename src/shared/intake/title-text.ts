/** How titles (文书标题) are written and how they are compared: spaced out, doubled, broken, with brackets and numbers. */
import { simplified } from '../facts/script-folding.ts'

const NO_WORD = /[^\p{Script=Han}\p{L}\p{N}]+/gu

/** Every glyph twice, as a PDF's false bold gives it: 行行政政处处罚罚. */
const DOUBLED = /^(?:(.)\1){3,}$/su

/** Words only: narrow, simplified, without spaces and punctuation, doubled glyphs halved. */
export function titleWords(text: string): string {
  const words = simplified(text.normalize('NFKC')).replace(NO_WORD, '')
  return DOUBLED.test(words) ? words.replace(/(.)\1/gsu, '$1') : words
}

const BRACKETED = /[（(〔[【［][^（()）〔〕[\]【】［］]*[）)〕\]】］]/gu
const YEAR_BRACKET = /[（(〔[【［]\s*(?:19|20)\d{2}\s*[）)〕\]】］]/u

/**
 * The forms in which a title line is compared: with what its brackets hold (事先（听证）告知书), without (决定书（拟稿）), and
 * without a number that follows the title in the same line. Each once, in that order.
 */
export function titleForms(line: string): string[] {
  const narrow = line.trim()
  const forms = [titleWords(narrow), titleWords(narrow.replace(BRACKETED, ''))]
  const year = YEAR_BRACKET.exec(narrow)
  if (year !== null) forms.push(titleWords(narrow.slice(0, year.index).replace(/[（(〔[【［]\s*[^（(〔[【［]*$/u, '')))
  return [...new Set(forms)].filter((form) => form !== '')
}

/** What stands before the year of a document number, whole: 行政处罚决定书甬梅关缉违字. Null where no number is printed. */
export function beforeYear(line: string): string | null {
  const year = YEAR_BRACKET.exec(line)
  return year === null ? null : titleWords(line.slice(0, year.index))
}

/** Where a title names several documents: 告知书及送达回证, 许可证、营业执照. */
export const CONJUNCTION = /[、及和与暨＋+/]|以及/u

const SENTENCE = /[。；;，,！!？?]/u
const NUMBERED =
  /^(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[、.．)）])\s*/u
const LONGEST_TITLE = 60

/** The heading number at the front (一、 （二） 3.), empty where there is none. */
export function headingNumber(line: string): string {
  return NUMBERED.exec(line.trim())?.[0] ?? ''
}

/** Whether a line can be a title or a part of one by its form: no sentence, no field, no row of cells, no citation. */
export function looksLikeTitle(line: string): boolean {
  const text = line.trim()
  if (text.length > LONGEST_TITLE || /[:：]/u.test(text) || /\t\s*\S/u.test(text)) return false
  return !SENTENCE.test(text.replace(BRACKETED, '')) && !/[》”"』」]$/u.test(text) && !/^[《“"]/u.test(text)
}

const REPORTING =
  /作出|送达|收到|制作|出具|下达|根据|依据|违反|提交|认为|告知你|如下|附件|详见|以上|上述|[你我您](?!国)|以下|之前|之后|时间|日期|年\d{1,2}月/u

/** Whether these words can stand before a title in its line: an agency, a case, 关于…的; not the beginning of a sentence. */
export function standsBeforeTitle(words: string): boolean {
  if (words === '') return true
  if (words.length > 40 || REPORTING.test(words)) return false
  return !words.endsWith('的') || words.startsWith('关于') || words.startsWith('对')
}
