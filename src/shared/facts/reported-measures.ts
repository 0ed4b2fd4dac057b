/**
 * Measures that a notice or the press tells of (通报中的处罚): 某监管分局对甲银行罚款65万元,对某某警告; 甲银行因…被罚款90万元. They count only
 * where the text orders nothing itself.
 */
import type { DocumentKindId } from '../intake/document-part.ts'
import type { Found } from './measure-finders.ts'

/** Kinds of documents whose whole matter is a decision. */
const TELLING = new Set<DocumentKindId>(['decision', 'service-announcement'])

const BY_WHOM = /(?:[局厅署委队行]|委员会|海关|支队)(?:已|依法|决定)*对(?:其|[^,。;]{2,40})(?:处以?|给予|予以|作出)?(?:人民币)?$/u
/** 罚款65万元,对某某警告: goes on from a measure of the same sentence. */
const NEXT_PARTY = /(?:罚款|警告)[^。;]{0,30},(?:并)?对[^,。;]{2,30}(?:处以?|给予|予以)?$/u
const SUFFERED = /(?:被|遭)(?:处以?|给予|作出)?$/u
/** What was not yet or not here decided. */
const NO_REPORT = /曾|此前|以前|拟|将|可能|要求|建议|应当|可以|告知|未|检查|调查时|立案/u

/** Whether the sentence up to a measure tells that an agency took it. */
export function isReported(kind: DocumentKindId, found: Found, before: string): boolean {
  if (!TELLING.has(kind) || (found.kind === 'fine' ? found.amount === null : found.kind !== 'warning')) return false
  if (NO_REPORT.test(before.slice(-60))) return false
  return BY_WHOM.test(before) || NEXT_PARTY.test(before) || (found.kind === 'fine' && SUFFERED.test(before))
}
