/**
 * Labelled fields (栏目) of forms and records: 检查人：陶志远, cells parted by tabs, a label on one line and its value on
 * the next, several on one line with gaps between them.
 */
import type { TextView } from './normalised-text.ts'

export interface LabelledField {
  /** Without spaces and without what stands in brackets behind it: 法定代表人(负责人) is 法定代表人. */
  readonly label: string
  /** What stands in brackets behind the label; empty where nothing does. */
  readonly note: string
  readonly value: string
  /** Places in the spaced view. */
  readonly labelStart: number
  readonly start: number
  readonly end: number
  /** Which line of the text, from 0. */
  readonly line: number
  readonly form: 'colon' | 'cell' | 'column' | 'below'
}

/** Labels that end another field's value even where nothing parts them. */
const KNOWN_LABELS = (
  '当事人 当事人名称 当事人姓名 被处罚人 被处罚人姓名 被处罚人名称 被处罚单位 被处罚单位名称' +
  ' 被处罚当事人 被处理单位 行政相对人名称 姓名 名称 姓名或名称 姓名/名称 单位名称 企业名称' +
  ' 违法单位 被检查单位 被检查人 受检单位 涉及单位 字号 字号名称 统一社会信用代码 社会信用代码' +
  ' 信用代码 组织机构代码 营业执照注册号 注册号 证件号码 身份证号 身份证号码 居民身份证号' +
  ' 公民身份号码 身份证件号码 身份证 证照编号 许可证编号 海关代码 法定代表人 负责人 法人代表' +
  ' 法定代表人姓名 主要负责人 经营者 投资人 经营者姓名 职务 性别 年龄 国籍 民族 出生日期 住址' +
  ' 住所 地址 单位地址 住所地 登记地址 经营场所 经营地址 注册地址 家庭住址 户籍地址 营业场所' +
  ' 联系地址 地点 住所(住址) 联系电话 电话 联系方式 邮政编码 邮编 工作单位 联系人' +
  ' 主体资格证照名称 证件类型 证件名称 检查时间 检查地点 检查人 检查人员 执法人员 调查人员 询问人' +
  ' 询问时间 询问地点 被询问人 记录人 记录员 见证人 现场负责人 陪同人 在场人 参加人 在场见证人' +
  ' 主持人 听证主持人 听证员 参加人员 列席人员 出席人员 缺席人员 案件调查人员 当事人代理人' +
  ' 委托代理人 代理人 复查人 复核人 审核人 批准人 审批人 送达人 收件人 代收人 受送达人 送达文书' +
  ' 送达时间 送达地点 送达方式 承办人 承办人员 办案人员 案件承办人 采样人 抽样人 制作人 核对人' +
  ' 填报人 案名 公司名称 计算人 查询人 报告人 实施人员 拍摄人 保管人 接收人 移交人 受托人' +
  ' 委托人 店员 案由 案件名称 案件来源 立案日期 立案时间 立案文号 文号 编号 案号 决定书文号' +
  ' 行政处罚决定书文号 处罚决定书文号 处罚决定文号 处罚日期 处罚决定日期 作出处罚决定日期' +
  ' 作出行政处罚决定日期 处罚内容 处罚结果 处罚依据 处罚事由 违法事实 处罚种类 处罚类别 处罚机关' +
  ' 作出处罚决定机关 作出决定机关名称 处罚决定机关 决定机关 执法证号 证号 执法证件号 承办人意见 承办机构意见' +
  ' 承办机构负责人意见 机关负责人审批 局负责人意见 审核意见 审批意见 领导意见 处理意见 复核意见' +
  ' 讨论结论 时间 日期 备注 拟作决定 报告及补办时间 报告时间 实施时间 收件日期 送审机构 案件' +
  ' 来源 案情 依据 个人姓名 违法主体名称 违法主体名称或姓名 违法企业名称 违法企业组织机构代码 被处罚对象' +
  ' 被处罚对象名称 处罚对象 处罚主体名称 行政相对人 当事人姓名或名称 被处罚当事人姓名或名称 主要违法事实' +
  ' 行政处罚决定案号 行政处罚依据 行政处罚内容 行政处罚决定 违法行为类型 作出处罚决定的机关名称' +
  ' 作出处罚决定的日期 作出行政处罚的机关名称和日期 行政处罚履行方式和期限 被许可人 被执行人'
).split(' ')
const KNOWN = new Set<string>(KNOWN_LABELS)
const ENDING = new RegExp(
  `(?:${[...KNOWN_LABELS].sort((one, other) => other.length - one.length).join('|')})(?:\\([^()\\n]{1,12}\\))? ?:`,
  'gu',
)

/** An open bracket before a label. */
const NOTED = /\([^()]*$/u
/** Labels of a party that stand with their colon above the value. Other labels left open wait to be filled in. */
const PARTY_HEAD =
  /^[ \u3000]*(?:当事人|被处罚(?:人|单位|当事人)|行政相对人|单位名称|被处理单位)(?:名称|姓名)?[ \u3000]*:[ \u3000]*$/u

/** Labels only where they stand apart: 证书编号 is not 编号. */
const GENERAL = /^(?:编号|证号|文号|案号|时间|日期|名称|依据|来源|案件|案情|备注|地点)/u

/** A word that may be a label: Chinese, with the marks that labels hold. */
const LABEL_CHARACTER = /[\u3400-\u9fff、/()（）·\dA-Za-z]/u
const LONGEST_LABEL = 24

interface Found {
  readonly labelStart: number
  readonly colon: number
}

function bareLabel(printed: string): { label: string; note: string } {
  const tight = printed.replace(/[ \u3000\t]/gu, '')
  const match = /^(.*?)\(([^()]*)\)([一二三四五六七八九十\d]*)$/u.exec(tight)
  // (法人或其他组织)名称: whom the label is for, before it.
  const led = /^\(([^()]*)\)([\u3400-\u9fff/、]{2,12})$/u.exec(tight)
  if (led !== null) return { label: led[2] ?? '', note: led[1] ?? '' }
  // 企业(个人)名称: whom else the label is for, within it.
  const within = /^([\u3400-\u9fff]{2,8})\(([^()]{1,8})\)([\u3400-\u9fff]{2,4})$/u.exec(tight)
  if (within !== null) return { label: `${within[1] ?? ''}${within[3] ?? ''}`, note: within[2] ?? '' }
  // (公司名称):甲公司: a label wholly in brackets is the label.
  const label = match === null ? tight : `${match[1] ?? ''}${match[3] ?? ''}` || (match[2] ?? '')
  return { label: label.replace(/^[\d一二三四五六七八九十]+[、.]/u, ''), note: match?.[2] ?? '' }
}

export function isKnownLabel(text: string): boolean {
  return KNOWN.has(bareLabel(text).label)
}

/** Where the label that ends at a colon begins; null if no label stands there. */
function labelBefore(line: string, colon: number): number | null {
  let place = colon
  while (place > 0 && line[place - 1] === ' ') place -= 1
  const end = place
  for (;;) {
    const wordEnd = place
    while (place > 0 && end - place < LONGEST_LABEL && LABEL_CHARACTER.test(line.charAt(place - 1))) place -= 1
    const single = wordEnd - place === 1
    const gapBefore = place > 1 && /[ \u3000]/u.test(line.charAt(place - 1))
    // Letters set apart belong to one label: 法 定 代 表 人.
    const previousSingle = place < 3 || !LABEL_CHARACTER.test(line.charAt(place - 3))
    if (!(single && gapBefore && LABEL_CHARACTER.test(line.charAt(place - 2)) && previousSingle)) break
    place -= 1
    if (end - place > LONGEST_LABEL) break
  }
  if (place === end) return null
  const before = place === 0 ? '' : line.charAt(place - 1)
  if (before !== '' && !/[ \u3000\t。;,、“)”]/u.test(before)) return null
  // 冉某某(执法证号: a note behind a name, no label.
  if (/^[^()]{2,5}\([^()]*(?:证号|编号|号码)$/u.test(line.slice(place, end))) return null
  return /[\u3400-\u9fff]/u.test(line.slice(place, end)) ? place : null
}

function colonsOf(line: string): readonly Found[] {
  const found = new Map<number, number>()
  for (let colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    if (/\d/.test(line.charAt(colon - 1)) && /\d/.test(line.charAt(colon + 1))) continue
    const start = labelBefore(line, colon)
    if (start !== null) found.set(colon, start)
  }
  for (const match of line.matchAll(ENDING)) {
    const colon = match.index + match[0].length - 1
    // 雍慧(资格证书编号:…): a note in brackets is no field, and a general word behind others is no label of its own.
    if (NOTED.test(line.slice(Math.max(0, match.index - 24), match.index)) || GENERAL.test(match[0])) continue
    const already = found.get(colon)
    if (already === undefined) found.set(colon, match.index)
  }
  return [...found]
    .map(([colon, labelStart]) => ({ colon, labelStart }))
    .sort((one, other) => one.colon - other.colon)
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && /[\s\u3000]/u.test(text.charAt(from))) from += 1
  while (to > from && /[\s\u3000]/u.test(text.charAt(to - 1))) to -= 1
  return { start: from, end: to }
}

const COLUMN_HEAD =
  /^(?:序号|编号|姓名|数量|规格|单位|单位、职务|单位及职务|有效期|物品名称|财物名称|品名|名称|备注|金额|日期|内容|材料名称|证据|结果)$/u

const NESTED = /^(?:被处罚|当事人|单位$|个人$|行政相对人|违法主体)/u

/**
 * A row whose cells are labels all through is the head of a table; in a form labels and values take turns, so
 * no two labels stand side by side.
 */
function isHead(cells: readonly string[]): boolean {
  const labels = cells.map((cell) => isKnownLabel(cell) || COLUMN_HEAD.test(cell))
  const short = cells.every((cell) => cell.length <= 16 && !/[:。]|\d{2}/u.test(cell))
  // 被处罚当事人 | 个人姓名 | 赵某某: a label within a label, and its value.
  const filled = cells.filter((cell) => cell !== '')
  const [outer, inner, value] = filled
  const nested = filled.length === 3 && NESTED.test(outer ?? '') && isKnownLabel(inner ?? '')
  if (nested && !isKnownLabel(value ?? '')) return false
  const beside = labels.some((label, index) => label && labels[index + 1] === true)
  return (
    cells.length >= 2 &&
    short &&
    ((cells.length > 2 && beside) || labels.every((label) => label) || (labels[0] === true && cells[0] === '序号'))
  )
}

class FieldReader {
  readonly fields: LabelledField[] = []
  private head: readonly string[] | null = null
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  private push(
    labelStart: number,
    labelEnd: number,
    from: number,
    to: number,
    line: number,
    form: LabelledField['form'],
  ): void {
    const { start, end } = trimmed(this.text, from, to)
    const { label, note } = bareLabel(this.text.slice(labelStart, labelEnd))
    this.fields.push({ label, note, value: this.text.slice(start, end), labelStart, start, end, line, form })
  }

  private colons(content: string, offset: number, line: number): void {
    const found = colonsOf(content)
    found.forEach(({ labelStart, colon }, index) => {
      const next = found[index + 1]
      const to = next === undefined ? content.length : Math.max(colon + 1, next.labelStart)
      this.push(offset + labelStart, offset + colon, offset + colon + 1, offset + to, line, 'colon')
    })
  }

  /** A form's line whose labels and values are parted by spaces alone: 被处罚人姓名 甲 性别 男. */
  private gaps(content: string, offset: number, line: number): void {
    const words = [...content.matchAll(/[^ \u3000]+/gu)]
    if (words.length < 2 || words.length > 24 || !isKnownLabel(words[0]?.[0] ?? '')) return
    words.forEach((word, index) => {
      if (!isKnownLabel(word[0])) return
      const next = words.findIndex((other, at) => at > index && isKnownLabel(other[0]))
      const to = next < 0 ? content.length : (words[next]?.index ?? content.length)
      const from = word.index + word[0].length
      if (content.slice(from, to).trim() !== '')
        this.push(offset + word.index, offset + from, offset + from, offset + to, line, 'cell')
    })
  }

  /** One line; `below` is the next line with its place. */
  line(content: string, offset: number, line: number, below: { content: string; offset: number } | null): void {
    const cells = content.split('\t')
    if (cells.length > 1) this.row(cells, offset, line)
    else {
      this.head = null
      if (content.length <= 160 && !/[:。,;]/u.test(content)) this.gaps(content, offset, line)
      if (
        (isKnownLabel(content.trim()) || (PARTY_HEAD.test(content) && below?.content.includes(':') === false)) &&
        below !== null &&
        below.content !== '' &&
        !isKnownLabel(below.content) &&
        !below.content.includes('\t') &&
        below.content.length <= 80 &&
        !below.content.endsWith(':') &&
        // 当事人(签名): with nothing behind it above 执法人员(签名):陶志远
        colonsOf(below.content)[0]?.labelStart !== 0
      ) {
        const label = content.replace(/[ \u3000]*:[ \u3000]*$/u, '')
        this.push(offset, offset + label.length, below.offset, below.offset + below.content.length, line, 'below')
      }
    }
    let place = offset
    for (const cell of cells) {
      if (cell.includes(':')) this.colons(cell, place, line)
      place += cell.length + 1
    }
  }

  private row(all: readonly string[], from: number, line: number): void {
    // A bar before the row only: its first cell is none.
    const led = (all[0] ?? '').trim() === '' && (this.head?.[0] ?? '').trim() !== '' && all.length > 4
    const cells = led ? all.slice(1) : all
    const offset = led ? from + (all[0] ?? '').length + 1 : from
    if (isHead(cells.map((cell) => cell.trim()))) {
      this.head = cells
      return
    }
    // A page that breaks off in a row leaves its last cells out.
    const begun = /^\d{1,4}$/u.test((cells[0] ?? '').trim()) && cells.length >= 4
    const heads =
      this.head !== null && (this.head.length === cells.length || (begun && this.head.length > cells.length))
        ? this.head
        : null
    let place = offset
    cells.forEach((cell, index) => {
      const next = cells[index + 1]
      const nextPlace = place + cell.length + 1
      if (heads !== null) {
        const { start, end } = trimmed(this.text, place, place + cell.length)
        const { label, note } = bareLabel((heads[index] ?? '').trim())
        this.fields.push({
          label,
          note,
          value: this.text.slice(start, end),
          labelStart: start,
          start,
          end,
          line,
          form: 'column',
        })
      } else if (
        next !== undefined &&
        (index % 2 === 0 || isKnownLabel(cell)) &&
        isCellLabel(cell) &&
        !isKnownLabel(next)
      ) {
        const label = cell.replace(/[ \u3000]*:[ \u3000]*$/u, '')
        this.push(place, place + label.length, nextPlace, nextPlace + next.length, line, 'cell')
      }
      place = nextPlace
    })
  }
}

/** A cell that can be the label of the cell beside it. */
function isCellLabel(cell: string): boolean {
  const tight = cell.replace(/[\s\u3000:]/gu, '')
  return (
    tight.length >= 2 &&
    tight.length <= LONGEST_LABEL &&
    !/[。;,]/u.test(tight) &&
    /[\u3400-\u9fff]/u.test(tight) &&
    (isKnownLabel(tight) || !/\d{3}/.test(tight))
  )
}

/** All fields of a document in the order of the page; `spaced` is {@link NormalisedText.spaced}. */
export function labelledFields(spaced: TextView): readonly LabelledField[] {
  const reader = new FieldReader(spaced.text)
  const lines = spaced.text.split('\n')
  let offset = 0
  lines.forEach((content, line) => {
    const next = lines[line + 1]
    const second = lines[line + 2]
    // Pages set a blank line between a label and its value.
    const below =
      next === undefined
        ? null
        : next.trim() === '' && second !== undefined
          ? { content: second, offset: offset + content.length + next.length + 2 }
          : { content: next, offset: offset + content.length + 1 }
    reader.line(content, offset, line, below)
    offset += content.length + 1
  })
  return reader.fields
}
