/** Quantities of goods (数量) with their unit: in sentences (组合烟花42箱) and in the columns of lists. */
import type { QuantityFact } from './facts.ts'
import { chineseInteger } from './chinese-numerals.ts'
import type { LabelledField } from './labelled-fields.ts'
import type { NormalisedText } from './normalised-text.ts'

const UNIT =
  '平方米|立方米|毫升|千克|公斤|公顷|公里|㎡|㎥|m²|m³|kg|KG|mL|ml|箱|件|瓶|台|辆|吨|克|升|个|只|盒|包|袋|桶|支|套|批|株|棵|头|亩|根|块|把|双|' +
  '部|艘|枚|粒|片|匹|羽|尾|斤|挂|发|条|盘|册|米'
const IN_TEXT = new RegExp(
  `(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,9}(?:\\.\\d{1,4})?)(余|多)?(${UNIT})(?![\\d\\u3400-\\u9fff]*(?:之规定))`,
  'gu',
)
const COUNT = new RegExp(`^(\\d{1,9}(?:\\.\\d{1,4})?)[ \\u3000]*(${UNIT})?`, 'u')
/** Words of the sentence before the thing's own name. */
const NOT_THE_THING =
  /^.*(?:购进|购买|购入|存放|售出|销售|其余|没收|扣押|查封|查获|发现|涉及|生产|使用|排放|占用|清点|登记|对|的|有|将|共计?|合计|计|为|及|和|与|了|至|约|是|在|日|剩余|运输|储存|库存)/u
const THING_LABEL = /^(?:物品名称|货物名称|商品名称|财物名称|品名|产品名称|名称|物品|样品名称)$/u
const COUNT_LABEL = /^(?:数量|件数|重量|数量及单位)$/u

function inText({ tight }: NormalisedText): QuantityFact[] {
  const facts: QuantityFact[] = []
  let lastEnd = 0
  for (const match of tight.text.matchAll(IN_TEXT)) {
    const start = match.index
    const end = start + match[0].length
    if (/[\d.,\-/×xX=第]/u.test(tight.text.charAt(start - 1)) || /^[\d/]/u.test(tight.text.charAt(end))) continue
    const unit = match[3] ?? ''
    if (
      /^(?:个|条|部|米|件)$/u.test(unit) &&
      /^(?:月|工作日|小时|星期|自然日|款|第|规定|以上|百分点)/u.test(tight.text.slice(end, end + 3))
    )
      continue
    const words = /[\u3400-\u9fffA-Za-z()]{0,16}$/u.exec(tight.text.slice(Math.max(0, start - 16), start))?.[0] ?? ''
    const thing = words.replace(NOT_THE_THING, '').replace(/^[()]+|[()]+$/gu, '')
    const count = Number((match[1] ?? '').replaceAll(',', ''))
    const last = facts.at(-1)
    // 购进组合烟花48箱,已售出6箱: the same thing goes on.
    const named =
      thing !== '' ? thing : last !== undefined && last.unit === unit && start - lastEnd <= 60 ? last.thing : ''
    if (named === '') continue
    lastEnd = end
    facts.push({
      thing: named,
      count,
      unit,
      passage: tight.passage(start - (words.endsWith(thing) ? thing.length : 0), end),
    })
  }
  return facts
}

function inLists({ spaced }: NormalisedText, fields: readonly LabelledField[]): QuantityFact[] {
  const rows = new Map<number, LabelledField[]>()
  for (const field of fields)
    if (field.form === 'column') rows.set(field.line, [...(rows.get(field.line) ?? []), field])
  return [...rows.values()].flatMap((row) => {
    const thing = row.find(({ label }) => THING_LABEL.test(label))
    const number = row.find(({ label }) => COUNT_LABEL.test(label))
    if (thing === undefined || number === undefined || thing.value === '') return []
    const match = COUNT.exec(number.value)
    const words = match === null ? /^([一二三四五六七八九十百千两]{1,6})([\u3400-\u9fff])/u.exec(number.value) : null
    const count = match === null ? chineseInteger(words?.[1] ?? '') : Number(match[1])
    if (count === null) return []
    const unit =
      match?.[2] ?? words?.[2] ?? row.find(({ label }) => label === '单位' || label === '计量单位')?.value ?? ''
    return [
      { thing: thing.value.replaceAll(' ', ''), count, unit, passage: spaced.passage(number.start, number.end) },
    ]
  })
}

/** All quantities; a list's row points at its count, and nothing else in that row is one (规格: 25发/箱). */
export function readQuantities(text: NormalisedText, fields: readonly LabelledField[]): readonly QuantityFact[] {
  const cells = fields
    .filter(({ form }) => form === 'column')
    .map((field) => text.spaced.passage(field.start, field.end))
  const starts = new Map(cells.map((cell) => [`${cell.page} ${cell.start}`, cell.end]))
  const said = inText(text).filter(({ passage }) => {
    for (let back = 0; back <= 40; back += 1)
      if ((starts.get(`${passage.page} ${passage.start - back}`) ?? -1) >= passage.end) return false
    return true
  })
  return [...inLists(text, fields), ...said].sort(
    (one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start,
  )
}
