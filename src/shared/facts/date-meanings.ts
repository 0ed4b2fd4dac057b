/** What a date is (日期含义), from its label, from the words around it, and from the kind of document it closes. */
import type { DateFact, DateMeaning } from './facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import type { LabelledField } from './labelled-fields.ts'
import type { NormalisedText } from './normalised-text.ts'
import type { PrintedMoment } from './dates.ts'
import { printedMoments } from './dates.ts'
import { readTitle } from './document-title.ts'

/** Labels of forms and records; the first that fits counts. */
const BY_LABEL: readonly (readonly [RegExp, DateMeaning])[] = [
  [/立案(?:日期|时间)/u, 'filed'],
  [/检查(?:时间|日期)|勘[验察](?:时间|日期)|复查(?:时间|日期)/u, 'inspected'],
  [/询问(?:时间|日期)|调查(?:时间|日期)|谈话时间/u, 'questioned'],
  [/[采抽]样(?:时间|日期)/u, 'sampled'],
  [/送达(?:时间|日期)|签收|^(?:收件人|受送达人)|收到(?:时间|日期)/u, 'served'],
  [/听证(?:时间|日期)/u, 'heard'],
  [/讨论(?:时间|日期)|会议(?:时间|日期)/u, 'discussed'],
  [/复核(?:日期|时间)/u, 'rechecked'],
  [/审核(?:日期|时间)|审核人/u, 'reviewed'],
  [/(?:处罚|决定)(?:决定)?书?(?:日期|时间)|作出.{0,8}决定的?(?:日期|时间)/u, 'decided'],
  [/登记(?:时间|日期)|发现(?:时间|日期)/u, 'discovered'],
  [/实施(?:时间|日期)|(?:查封|扣押|保存)(?:时间|日期|期限)|强制措施/u, 'measure'],
  [/审批|批准|负责人意见|机关负责人|领导意见|补办/u, 'approved'],
  [/报告(?:日期|时间)|签发日期|检[验测](?:日期|时间)/u, 'reported'],
  [/有效期|有效期限/u, 'qualificationUntil'],
  [/负责人$/u, 'approved'],
]

interface Cue {
  readonly meaning: DateMeaning
  readonly before?: RegExp
  readonly after?: RegExp
}

/** Words behind the date (its clause) or before it. Order matters: the particular before the general. */
const BY_WORDS: readonly Cue[] = [
  { meaning: 'lawInForce', after: /^[^。;]{0,6}(?:起)?(?:施行|公布|修正|修订|第[一二三四]次修正|印发|实施)/u },
  { meaning: 'lawInForce', before: /(?:施行|公布|自)$/u, after: /^起施行/u },
  { meaning: 'other', after: /^[^。;,]{0,4}(?:出生|生(?=[,。;)]|$))/u },
  { meaning: 'certificateUntil', before: /执法证[^。;\n]{0,40}有效期(?:限)?(?:至|到|为|:)?(?:[^,。;]{0,14}至)?$/u },
  { meaning: 'qualificationUntil', before: /有效期(?:限)?(?:至|到|为|:)?(?:[^,。;]{0,14}至)?$/u },
  { meaning: 'decided', before: /(?:处罚|处理)?决定的?(?:日期|时间)[:\t为]?$/u },
  { meaning: 'measureUntil', before: /(?:扣押|查封|措施|登记保存|延长)[^。;]{0,24}(?:至|到)$/u },
  { meaning: 'extension', after: /^[^。;]{0,40}延长/u },
  { meaning: 'extension', before: /延长[^。;]{0,30}自$/u },
  { meaning: 'measure', before: /(?:期限|扣押|查封|先行登记保存)[^。;]{0,30}自$/u },
  { meaning: 'served', after: /^[^。;]{0,40}(?:送达|签收|直接交付|收到(?!本))/u },
  { meaning: 'hearingAsked', after: /^[^。;]{0,24}(?:申请听证|提出听证|要求听证|听证申请|申请.{0,10}听证)/u },
  { meaning: 'heard', after: /^[^。;]{0,24}(?:举行|召开|组织)(?:了)?.{0,6}听证/u },
  { meaning: 'hearingNoticed', after: /^[^。;]{0,40}听证通知/u },
  {
    meaning: 'noticed',
    after: /^[^。;]{0,60}(?:告知书|处罚告知|听证告知|告知你|告知当事人|告知了|^[^,。;]{0,4}告知)/u,
  },
  { meaning: 'defended', after: /^[^。;]{0,40}(?:陈述|申辩|提交.{0,12}(?:说明|意见))/u },
  { meaning: 'rechecked', after: /^[^。;]{0,24}复核/u },
  { meaning: 'discussed', after: /^[^。;]{0,30}(?:集体讨论|集体审议|案审会|案件审理委员会|讨论决定)/u },
  { meaning: 'reviewed', after: /^[^。;]{0,24}(?:法制审核|法核)/u },
  { meaning: 'transferred', after: /^[^。;]{0,40}(?:移送|移交)/u },
  { meaning: 'release', after: /^[^。;]{0,30}解除/u },
  { meaning: 'filed', after: /^[^。;]{0,60}立案/u },
  { meaning: 'earlierPenalty', after: /^[^。;]{0,30}(?:曾|被[^。;]{0,24}(?:处罚|罚款))/u },
  { meaning: 'sampled', after: /^[^。;]{0,30}(?:采样|抽样|抽检|取样)/u },
  { meaning: 'reported', after: /^[^。;]{0,30}(?:出具|检验报告|检测报告|监测报告)/u },
  { meaning: 'measure', after: /^[^。;]{0,40}(?:查封|扣押|先行登记保存)/u },
  { meaning: 'questioned', after: /^[^。;]{0,30}(?:询问|调查笔录)/u },
  {
    meaning: 'decided',
    after: /^(?:,?[^。;,]{0,24})(?:作出|下达)了?(?:[^。;,告知]{0,12}(?:行政)?处罚决定|(?:行政)?处罚(?=[,。:;]|的))/u,
  },
  { meaning: 'corrected', before: /(?:限|责令)[^。;]{0,30}$/u, after: /^(?:前|之前|以前)/u },
  {
    meaning: 'corrected',
    after:
      /^(?:前|之前|以前)[^。;]{0,24}(?:改正|整改|提交|拆除|完成|恢复)|^[^。;]{0,30}责令[^。;]{0,6}(?:改正|停止|限期)/u,
  },
  { meaning: 'decided', after: /^,[^。;]{0,40}依据《[^。;]{4,120}(?:给予|对)[^。;]{2,60}的行政处罚(?!决定|告知|事先)/u },
  { meaning: 'inspected', after: /^[^。;]{0,60}(?:检查|勘验|勘察|巡察|巡查|查获)/u },
  { meaning: 'discovered', after: /^[^。;]{0,30}(?:发现|接到|收到举报|转办|登记线索)/u },
  { meaning: 'decided', after: /^[^。;]{0,40}(?:作出|下达)了?[^。;]{0,30}(?:决定|行政处罚(?!告知|事先|听证))/u },
  { meaning: 'corrected', after: /^[^。;]{0,30}(?:改正|整改)/u },
]

/** What the day of the document itself is, by its kind. */
const DOCUMENT_TITLE = /《?([^《》\n。;,]{2,30}(?:告知书|决定书|通知书))》?/u

type PlacedField = LabelledField & { readonly page: number; readonly from: number; readonly to: number }

/** How many fields begin at the place or before it, by halving. */
function placedBefore(fields: readonly PlacedField[], page: number, start: number): number {
  let low = 0
  let high = fields.length
  while (low < high) {
    const middle = (low + high) >> 1
    const field = fields[middle]
    if (field !== undefined && (field.page < page || (field.page === page && field.from <= start))) low = middle + 1
    else high = middle
  }
  return low
}

/** The label of the field that holds the date; the innermost where fields hold one another. */
function labelOf(moment: PrintedMoment, page: number, start: number, fields: readonly PlacedField[]): string | null {
  const count = placedBefore(fields, page, start)
  return (
    fields
      .slice(Math.max(0, count - 6), count)
      .findLast(
        (field) => field.page === page && start < field.to && field.to - field.from < 60 + moment.end - moment.start,
      )?.label ?? null
  )
}

function fromWords(text: string, { start, end }: PrintedMoment): DateMeaning | null {
  const before =
    text
      .slice(Math.max(0, start - 40), start)
      .split(/[。;\n]/u)
      .at(-1) ?? ''
  const after = text.slice(end, end + 200).split(/\n/u, 1)[0] ?? ''
  // The words behind a second date in the clause belong to that one.
  const next = /(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日/u.exec(after)
  const own = next === null ? after : after.slice(0, next.index)
  for (const cue of BY_WORDS) {
    if (cue.before !== undefined && !cue.before.test(before)) continue
    if (cue.after !== undefined && !cue.after.test(own)) continue
    return cue.meaning
  }
  return null
}

/** Alone on its line, or behind a signature: the document's day. */
function closesDocument(text: string, { start, end, whole }: PrintedMoment): boolean {
  if (!whole) return false
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', end)
  const lineEnd = found < 0 ? text.length : found
  const before = text.slice(lineStart, start)
  const after = text.slice(end, Math.min(lineEnd, end + 20))
  if (!/^[\s)(盖印公章。]{0,6}$/u.test(after) && !/^\((?:印章|盖章|公章)\)$/u.test(after)) return false
  return (
    /^[\s\t]*$/u.test(before) ||
    /(?:局|委员会|厅|队|府|海关|处|办公室|心|\((?:盖章|印章|公章)\)|年月日[:]?)[\s\t]*$/u.test(before)
  )
}

function labelled(label: string | null, kind: DocumentKindId): DateMeaning | undefined {
  const meaning = label === null ? undefined : BY_LABEL.find(([pattern]) => pattern.test(label))?.[1]
  return meaning === 'approved' && kind === 'review-opinion' ? 'reviewed' : meaning
}

/** 审核人(签名):雍慧(证书编号:…) 2026年4月3日: the label that begins the line, where an inner one took the date. */
function signerOn(fields: readonly PlacedField[], page: number, start: number): string | null {
  const at = placedBefore(fields, page, start) - 1
  const last = fields[at]
  const before = fields[at - 1]
  return last !== undefined &&
    before !== undefined &&
    before.line === last.line &&
    start < last.to &&
    /审核人|负责人|批准人/u.test(before.label)
    ? before.label
    : null
}

/** The document that the words behind the date name: 《行政处罚事先告知书》. */
function concerned(text: string, { start, end }: PrintedMoment): string | null {
  const clause = text.slice(end, end + 80).split(/[。;\n]/u, 1)[0] ?? ''
  const named = DOCUMENT_TITLE.exec(clause)?.[1]
  if (named !== undefined) return named.replace(/^.*(?:送达了?|以|在|的|签收了?|收到|下达了?|作出了?)/u, '')
  // A page that breaks off in the title: 送达《行政处罚事
  if (/《行政处罚(?:事先?|听证?|告知?)[^》]{0,8}$/u.test(clause)) return '行政处罚告知书'
  const told = /(?:处罚)?(?:听证)?(?:告知|事先告知)/u.exec(clause)?.[0]
  if (told !== undefined) return told
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[。;\n]/u)
      .at(-1) ?? ''
  return DOCUMENT_TITLE.exec(before)?.[1] ?? null
}

/** Receipts tell what was served in a field of their own. */
function servedDocument(fields: readonly LabelledField[]): string | null {
  const field = fields.find(({ label }) => /^送达(?:文书|的?文件)/u.test(label))
  return field === undefined ? null : (/([\u3400-\u9fff()]{2,30}?(?:书|单|函|公告))/u.exec(field.value)?.[1] ?? null)
}

/** All dates of a document in the order of the page. */
export function readDates(
  { tight, spaced }: NormalisedText,
  fields: readonly LabelledField[],
  kind: DocumentKindId,
): readonly DateFact[] {
  const placed = fields
    .map((field) => {
      const { page, start, end } = spaced.passage(field.start, field.end)
      return { ...field, page, from: start, to: end }
    })
    .sort((one, other) => one.page - other.page || one.from - other.from)
  const served = servedDocument(fields)
  const moments = printedMoments(tight.text)
  const title = readTitle({ tight, spaced })?.text ?? ''
  const lastAlone = moments.findLast((moment) => closesDocument(tight.text, moment))
  return moments.map((moment) => {
    const passage = tight.passage(moment.start, moment.end)
    const label = labelOf(moment, passage.page, passage.start, placed)
    const byLabel = labelled(label, kind) ?? labelled(signerOn(placed, passage.page, passage.start), kind)
    const certificates =
      byLabel === 'qualificationUntil' &&
      placed.some((field) => field.page === passage.page && /执法证/u.test(field.label) && field.form === 'column')
    const record = label !== null && /^(?:时间|日期)$/u.test(label) ? OF_RECORD.get(kind) : undefined
    const meaning: DateMeaning =
      moment === lastAlone
        ? 'document'
        : certificates
          ? 'certificateUntil'
          : (byLabel ?? record ?? fromWords(tight.text, moment) ?? 'other')
    const of =
      meaning === 'served' || meaning === 'noticed'
        ? (concerned(tight.text, moment) ??
          (meaning === 'served'
            ? (served ?? (/回证|笔录|记录|表$/u.test(title) || title === '' ? null : title))
            : null))
        : null
    return {
      day: moment.day,
      time: moment.time,
      until: moment.until,
      meaning,
      ...(of === null ? {} : { of }),
      passage,
    }
  })
}

/** What 时间： at the head of a record is. */
const OF_RECORD: ReadonlyMap<DocumentKindId, DateMeaning> = new Map([
  ['inspection-record', 'inspected'],
  ['inquiry-record', 'questioned'],
  ['measure-record', 'measure'],
  ['discussion-minutes', 'discussed'],
  ['hearing-record', 'heard'],
  ['sampling-record', 'sampled'],
  ['service-receipt', 'served'],
  ['correction-check', 'inspected'],
])
