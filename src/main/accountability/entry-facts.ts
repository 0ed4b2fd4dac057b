/** What an entry of a case says beside who and when, as facts with labels: reasons, numbers, days, hashes. */
import type { Fact } from '../../shared/accountability/accountability-page.ts'
import { rulesOfKind } from '../../shared/catalogue/disclosure-rules.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { BROKEN_RULE_LABELS } from '../../shared/followup/broken-rules.ts'
import { FILE_ITEM_LABELS } from '../../shared/followup/file-items.ts'
import type { Bilingual } from '../../shared/values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })
const same = (text: string): Bilingual => both(text, text)
/** Longer texts stay in the chain; the page has their beginning. */
const LONGEST = 300

type Content = Readonly<Record<string, unknown>>
interface Sources {
  readonly catalogue: Catalogue
  /** Name and post at the time of the entry. */
  readonly nameOf: (personId: string) => string
}

const MODES: Readonly<Record<string, Bilingual>> = { drawn: both('随机抽取', 'drawn'), chosen: both('指定', 'chosen'), kept: both('沿用', 'kept') }

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text)
const text = (value: unknown): Bilingual | null => (typeof value === 'string' && value.trim() !== '' ? same(shortened(value.trim())) : typeof value === 'number' ? same(String(value)) : null)
const list = (value: unknown): Bilingual | null => {
  const items = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : []
  return items.length === 0 ? null : both(shortened(items.join('、')), shortened(items.join(', ')))
}
const papers = (value: unknown, { catalogue }: Sources): Bilingual | null => {
  if (!Array.isArray(value) || value.length === 0) return null
  const names = value.map((one: unknown) => catalogue.materials.find(({ id }) => id === one)?.name ?? same(String(one)))
  return both(shortened(names.map((name) => name['zh-CN']).join('、')), shortened(names.map((name) => name.en).join(', ')))
}
const opinionType = (value: unknown, { catalogue }: Sources): Bilingual | null => {
  const code = typeof value === 'object' && value !== null && 'type' in value ? value.type : value
  return typeof code === 'string' ? (catalogue.opinionTypes.find(({ id }) => id === code)?.name ?? same(code)) : null
}
const named = (value: unknown, { nameOf }: Sources): Bilingual | null => (typeof value === 'string' ? same(nameOf(value)) : null)
/** Where something was published: a medium of the catalogue. */
const medium = (value: unknown, { catalogue }: Sources): Bilingual | null => rulesOfKind(catalogue.disclosureRules, 'place').find(({ id }) => id === value)?.name ?? null
const joined = (names: readonly Bilingual[]): Bilingual | null => (names.length === 0 ? null : both(names.map((name) => name['zh-CN']).join('；'), names.map((name) => name.en).join('; ')))
const brokenRules = (value: unknown): Bilingual | null =>
  joined(Array.isArray(value) ? value.map((one: unknown) => (BROKEN_RULE_LABELS as Readonly<Record<string, Bilingual>>)[String(one)] ?? same(String(one))) : [])
/** What a file went without into the archive, and why. */
const excuses = (value: unknown): Bilingual | null =>
  joined(
    (Array.isArray(value) ? value : []).map((one: unknown) => {
      const { item, reason } = Object(one) as Content
      const name = (FILE_ITEM_LABELS as Readonly<Record<string, Bilingual>>)[String(item)] ?? same(String(item))
      return both(`${name['zh-CN']}：${String(reason)}`, `${name.en}: ${String(reason)}`)
    }),
  )
const field = (key: string) => (value: unknown): Bilingual | null => text(Object(value) instanceof Object ? (Object(value) as Content)[key] : null)
const texts = (value: unknown): Bilingual | null => (Array.isArray(value) ? list(value.map((one: unknown) => String((Object(one) as Content)['text'] ?? ''))) : null)

/** In the order in which they are shown. */
const FACTS: readonly (readonly [key: string, label: Bilingual, format: (value: unknown, sources: Sources) => Bilingual | null])[] = [
  ['round', both('轮次', 'Round'), text],
  ['number', both('文号', 'Number'), text],
  ['type', both('意见类型', 'Opinion type'), opinionType],
  ['derived', both('系统推定的类型', 'Type that was computed'), opinionType],
  ['personId', both('人员', 'Person'), named],
  ['mode', both('方式', 'Way'), (value) => MODES[String(value)] ?? null],
  ['reason', both('理由', 'Reason'), text],
  ['overrideReason', both('改变类型的理由', 'Reason for departing'), text],
  ['incompleteReason', both('材料不齐先行受理的理由', 'Reason for accepting without papers'), text],
  ['missing', both('缺少的材料', 'Missing'), papers],
  ['remarks', both('修改意见', 'Remarks'), texts],
  ['on', both('日期', 'Day'), text],
  ['acceptedOn', both('受理日期', 'Accepted on'), text],
  ['limit', both('审核期限', 'Review limit'), field('dueOn')],
  ['replyBy', both('补正期限', 'Reply by'), text],
  ['answeredBy', both('答复人', 'Answered by'), text],
  ['answeredOn', both('答复日期', 'Answered on'), text],
  ['approvedBy', both('批准人', 'Approved by'), text],
  ['decidedOn', both('决定日期', 'Decided on'), text],
  ['decision', both('决定文号', 'Decision'), field('number')],
  ['broken', both('违反的规定', 'Rules broken'), brokenRules],
  ['settlement', both('裁定理由', 'Reason for settling it so'), field('reason')],
  ['note', both('说明', 'Note'), text],
  ['place', both('存放位置', 'Place'), text],
  ['excuses', both('缺少的材料和理由', 'What lacks, and why'), excuses],
  ['until', both('保管至', 'Kept until'), text],
  ['contentHash', both('文本校验值', 'Hash of the text'), text],
  ['pdf', both('PDF 校验值', 'Hash of the PDF'), text],
  ['sha256', both('文件校验值', 'Hash of the file'), text],
]

function handlersOf(content: Content): string[] {
  const handlers: unknown = content['handlers']
  if (!Array.isArray(handlers)) return []
  return handlers.map((one: unknown) => {
    const { name, certificateNumber } = Object(one) as Content
    return `${String(name ?? '')}${typeof certificateNumber === 'string' && certificateNumber !== '' ? `（${certificateNumber}）` : ''}`
  })
}

/** Both an archive and a publication have a place; they are not of one kind. */
const PUBLISHES: ReadonlySet<string> = new Set(['case.disclose', 'disclosure.recordPublication'])
const PUBLISHED: readonly (typeof FACTS)[number][] = [
  ['place', both('公开载体', 'Published at'), medium],
  ['placeName', both('公开载体', 'Published at'), text],
  ['address', both('网址或者位置', 'Address'), text],
  ['publishedOn', both('公开日期', 'Published on'), text],
]

export function factsOf(act: string, content: Content, sources: Sources): Fact[] {
  const handlers = list(handlersOf(act === 'case.update' ? (Object(content['after']) as Content) : content))
  const named: Fact[] = handlers === null ? [] : [{ label: both('登记的承办人', 'Handlers registered'), value: handlers }]
  return [
    ...named,
    ...(PUBLISHES.has(act) ? [...FACTS.filter(([key]) => key !== 'place'), ...PUBLISHED] : FACTS).flatMap(([key, label, format]): Fact[] => {
      if (!(key in content)) return []
      const value = format(content[key], sources)
      return value === null ? [] : [{ label, value }]
    }),
  ]
}

/** Acts that always depart from the regular way. */
const ALWAYS: ReadonlySet<string> = new Set(['finding.dismiss', 'case.assignManually', 'case.reassign', 'case.recordIrregularDecision', 'material.remove', 'case.orderClosingRound'])

/** An objection, and an answer that does not take over everything the opinion named. */
function notAdopted({ replies, reason }: Content): boolean {
  const partly = Array.isArray(replies) && replies.some((one: unknown) => (Object(one) as Content)['answer'] !== 'adopted')
  return partly || (typeof reason === 'string' && reason !== '')
}

/** Whether somebody departed from what was computed, proposed or regular in this entry. */
export function departsIn(act: string, content: Content): boolean {
  if (ALWAYS.has(act)) return true
  const derived: unknown = content['derived']
  if (act === 'opinion.chooseType') return derived !== content['type']
  if (act === 'opinion.submit') return typeof content['overrideReason'] === 'string'
  if (act === 'case.accept') return typeof content['incompleteReason'] === 'string' && content['incompleteReason'] !== ''
  // a decision that breaks a rule on the review, whichever way it was recorded
  if (act === 'case.decide') return Array.isArray(content['broken']) && content['broken'].length > 0
  if (act === 'case.adopt' || act === 'case.object') return notAdopted(content)
  if (act === 'case.archive') return Array.isArray(content['excuses']) && content['excuses'].length > 0
  return false
}
