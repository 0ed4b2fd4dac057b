/** Service (送达): which receipt belongs to which document, and on what day the document was served. */
import type { DocumentKindId } from '../../../../intake/document-part.ts'
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../../case-file.ts'
import type { Place } from '../../../rule.ts'
import { denseText, findAll, findFirst } from '../../../wording.ts'
import { lastMomentAfter, momentAfter, momentsIn } from './moments.ts'

const BRACKETS: Readonly<Record<string, string>> = {
  '[': '〔',
  '［': '〔',
  '(': '〔',
  '（': '〔',
  ']': '〕',
  '］': '〕',
  ')': '〕',
  '）': '〕',
}

/** Without white space, all brackets as 〔〕, without 第: so that one number has one spelling. */
export function plainNumber(number: string): string {
  return number
    .replace(/\s/gu, '')
    .replace(/[[［(（\]］)）]/gu, (one) => BRACKETS[one] ?? one)
    .replace('〕第', '〕')
}

const NUMBER_LINE = /^[ \t　]*([\p{Script=Han}A-Z]{2,16}[〔[［(（]\s*\d{4}\s*[〕\]］)）]\s*第?\s*\d+\s*号)[ \t　]*$/mu
const NUMBER = /[〔[［(（]\d{4}[〕\]］)）]第?\d+号/u

const numbers = new WeakMap<CaseDocument, string | null>()
const plainTexts = new WeakMap<CaseDocument, string>()

/** The words of a document with every number in one spelling. */
function plainText(document: CaseDocument): string {
  const before = plainTexts.get(document)
  if (before !== undefined) return before
  const text = plainNumber(denseText(document))
  plainTexts.set(document, text)
  return text
}

/** The document's own number (文号) in one spelling; null where it has none. */
export function ownNumber(document: CaseDocument): string | null {
  const before = numbers.get(document)
  if (before !== undefined) return before
  const own = document.facts.numbers.find(({ role }) => role === 'own')?.text ?? NUMBER_LINE.exec(document.text)?.[1]
  const number = own === undefined ? null : plainNumber(own)
  numbers.set(document, number)
  return number
}

/** How a receipt names documents of a kind. */
const NAMED_AS: Readonly<Partial<Record<DocumentKindId, RegExp>>> = {
  'prior-notice': /(?<!检验|检测|监测|鉴定|结果|期间)告知书/u,
  decision: /(?<!扣押|查封|改正|行为|期限|保存|强制措施)决定书/u,
  'no-penalty-decision': /不予(?:行政)?处罚决定书/u,
  'measure-decision': /(?:查封|扣押|强制措施).{0,4}决定书/u,
  'measure-extension': /延长.{0,12}(?:决定书|通知书)/u,
  'correction-order': /责令.{0,12}(?:决定书|通知书)/u,
  'hearing-notice': /听证.{0,4}通知书/u,
  'hearing-reply': /听证.{0,8}(?:答复|不予)/u,
  'test-notice': /(?:检验|检测|鉴定|监测).{0,8}告知书/u,
  'urging-notice': /催告书/u,
  'execution-decision': /强制执行决定书/u,
  'licence-decision': /许可.{0,4}决定书/u,
}

function namesAnother(file: CaseFile, receipt: CaseDocument, document: CaseDocument): boolean {
  const words = plainText(receipt)
  const own = ownNumber(document)
  return file.documents.some((other) => {
    if (other === document || other.kind === 'service-receipt') return false
    const number = ownNumber(other)
    return number !== null && words.includes(number) && own !== number
  })
}

/** The document that stands before a receipt in the same file: a notice and its receipt are often one file. */
function standsBefore(file: CaseFile, receipt: CaseDocument): CaseDocument | null {
  const place = file.documents.indexOf(receipt)
  const earlier = file.documents.slice(0, place).filter((one) => one.file === receipt.file)
  return earlier.findLast(({ kind }) => kind !== 'service-receipt') ?? null
}

/** Whether the receipt is that of the document. */
function belongs(file: CaseFile, receipt: CaseDocument, document: CaseDocument): boolean {
  const number = ownNumber(document)
  if (number !== null && plainText(receipt).includes(number)) return true
  if (namesAnother(file, receipt, document)) return false
  if (receipt.file === document.file) return standsBefore(file, receipt) === document
  const named = NAMED_AS[document.kind]
  const served = findFirst(receipt, /送达(?:的)?(?:文书|文件|内容)(?:名称)?(?:、文号|及文号|和文号)?[:：]?.{0,40}/u)
  if (named === undefined || served === null || !named.test(served.match[0])) return false
  // A number that is printed and is not this document's belongs to a document that is not in the file, or is wrong.
  return (number === null || !NUMBER.test(served.match[0])) && file.of(document.kind).length === 1
}

const receipts = new WeakMap<CaseFile, Map<CaseDocument, readonly CaseDocument[]>>()

/** The receipts (送达回证) of a document. */
export function receiptsOf(file: CaseFile, document: CaseDocument): readonly CaseDocument[] {
  const known = receipts.get(file) ?? new Map<CaseDocument, readonly CaseDocument[]>()
  receipts.set(file, known)
  const found = known.get(document) ?? file.of('service-receipt').filter((receipt) => belongs(file, receipt, document))
  known.set(document, found)
  return found
}

/** The receipts whose words name a kind of document, of whichever number. */
export function receiptsNaming(file: CaseFile, kind: DocumentKindId): readonly CaseDocument[] {
  const named = NAMED_AS[kind]
  return named === undefined ? [] : file.of('service-receipt').filter((receipt) => named.test(denseText(receipt)))
}

export interface Service {
  readonly day: IsoDate
  readonly time: string | null
  /** The receipt, or the document itself where the party signed for it there. */
  readonly on: CaseDocument
  readonly place: Place
}

const SERVED = /送达(?:时间|日期)|收到(?:时间|日期)|签收(?:时间|日期)|收件(?:时间|日期)|(?:收到|签收)之日/u
const SIGNED_FOR = /(?:受送达人|收件人|签收人|代收人|当事人|被送达人)[^：:]{0,14}[:：]|签收[:：]|代收/u

function dayOn(receipt: CaseDocument, own: boolean): Omit<Service, 'on'> | null {
  const moment =
    momentAfter(receipt, SERVED) ??
    lastMomentAfter(receipt, own ? /签收[:：]|送达[:：][^。；]{0,24}签收|受送达人[^：:]{0,10}[:：]|收件人[^：:]{0,10}[:：]/u : SIGNED_FOR, 24) ??
    (own ? null : (momentsIn(receipt).at(-1) ?? null))
  return moment === null ? null : { day: moment.day, time: moment.time, place: moment }
}

/** When and where the file says that the document was served; null where it does not. */
export function serviceOf(file: CaseFile, document: CaseDocument): Service | null {
  for (const receipt of receiptsOf(file, document)) {
    const served = dayOn(receipt, false)
    if (served !== null) return { ...served, on: receipt }
  }
  const own = dayOn(document, true)
  return own === null ? null : { ...own, on: document }
}

/** Whether somebody is shown to have received the document: a receipt, or a line to sign for it. */
export function hasReceipt(file: CaseFile, document: CaseDocument): boolean {
  return (
    receiptsOf(file, document).length > 0 ||
    findAll(document, /签收[:：]|签收[12][0-9]{3}年|送达时间|送达日期|收件人[^：:]{0,6}[:：]/u).length > 0
  )
}
