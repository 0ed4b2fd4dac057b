/**
 * Agencies (机关): in whose name the document is made (heading, signature line), delegations, and others that act in it.
 */
import type { AgencyFact } from './facts.ts'
import { NUMBER_BEHIND, TITLE_ENDING } from './document-title.ts'
import type { LabelledField } from './labelled-fields.ts'
import type { NormalisedText, TextView } from './normalised-text.ts'

const ENDING =
  '(?:网信办|管理局|执法局|监督局|监管局|保障局|环境局|资源局|农村局|生态环境局|税务局|公安局|财政局|分局|局|委员会|委|厅|总队|支队|大队|中队|海关|人民政府|政府|街道办事处|' +
  '办事处|管理办公室|办公室|监管分局|管理处|管理中心|执法中心|证监局|银行|分行|支行|部|署|院|所|站)'
const WHOLE = new RegExp(`^[\\u3400-\\u9fff()、]{2,40}?${ENDING}$`, 'u')
const NOT_AN_AGENCY = new RegExp(
  String.raw`^(?:我|你|本|该|发文|发布|公开|上述|处罚|作出|作出处罚决定|送审|承办|登记|委托|联系|当事|被|受|全部|证明|附)|公司|医院$|学院$|法院$|研究院$|银行$|` +
    String.raw`加油站$|检测站$|监测站$|派出所$|律师事务所$|事务所$|(?:服务|经营|门市|项目|营业|经理|销售|采购|俱乐|经销|批发|零售|商贸|农资|批零|供应|维修)部$|卫生院$|` +
    String.raw`研究所$|诊所$|(?:分行|支行)$|对(?![外口台])|^(?:经营|营业|办公|生产|活动)场所$`,
  'u',
)
const LABEL = new RegExp(
  '^(?:.{0,8}(?:处罚|决定|执法|作出|处理|发文)(?:决定)?的?机关(?:名称)?|作出(?:行政)?(?:处罚|处理)?决定机关(?:名称)?|' +
    '处罚实施机关|执法机关|执法单位|送审单位|填报单位|处罚部门|处罚单位|实施机关)$',
  'u',
)
/** What follows an agency that acts: 遂安市应急管理局执法人员, 遂安市应急管理局依法对…. */
const ACTS = new RegExp(
  '(?:执法人员|监督(?:执法)?人员|监督员|稽查人员|工作人员|依法|依据|根据|拟|对|决定|责令|向|给予|作出|罚款|处罚|公示|公布|通报|出具的?《行政处罚|' +
    '派出|组成|组织|已对|开展|调查|查获|查处|接|于\\d|\\d{4}年)',
  'gu',
)
/** Beginnings of a sentence that run into an agency's name. */
const BEFORE_AGENCY = new RegExp(
  '^.*(?:经|由|日|分|时|被|向|因|以及|和|近期|近日|根据|联合|会同|了解|据悉|接到|收到|依法对|其中|对此)(?=.{4,})|^[故现但而该并]',
  'u',
)
/** Of these, what only the agency does that decides. */
const DECIDES = /^(?:拟|决定|责令|给予|作出|罚款|处罚|依据|根据)/u
const AGENCY_BEFORE = new RegExp(`([\\u3400-\\u9fff]{2,30}${ENDING})(?:依法|的|行政|消防|环境|综合)?$`, 'u')
const LAST_LETTER = /[局委会办行厅队关府处心部署院所站室法的政防]/u
/** Agencies that act are looked for at so many places; no document names more. */
const MOST_LOOKUPS = 800

/** Agencies of the state whose names are shorter than those of places. */
const BANK = /^(?:中国人民银行|国家外汇管理局)[\u3400-\u9fff]{2,12}(?:分行|支行|中心支行|营业管理部|分局)$/u
const SHORT = /^(?:财政部|商务部|水利部|教育部|公安部|民政部|司法部|证监会|银保监会|审计署)$/u

export function isAgencyName(text: string): boolean {
  if (SHORT.test(text) || BANK.test(text)) return true
  return text.length >= 4 && text.length <= 40 && WHOLE.test(text) && !NOT_AN_AGENCY.test(text)
}

function fact(view: TextView, start: number, end: number, role: AgencyFact['role']): AgencyFact {
  return { name: view.text.slice(start, end), role, passage: view.passage(start, end) }
}

const TITLE_TAIL = /^(.{3,40}?)((?:[\u3400-\u9fff()]{0,24}))$/u
const DATE_TAIL = /(?:\(?(?:盖章|印章|公章|章)\)?)?(?:\d{4}年|[二一][〇零0O\d一二三四五六七八九]{3}年).{0,16}$/u

/** The agency at the beginning of a line that goes on with the title: 砚山县自然资源局行政处罚决定书. */
function leading(line: string): string | null {
  if (isAgencyName(line)) return line
  // …行政处罚决定书(贺某某): for whom it is.
  const bare = line.replace(NUMBER_BEHIND, '$1').replace(/[\t(]+$/u, '').replace(/(?<=决定书)\([^()]{1,40}\)$/u, '')
  if (!TITLE_ENDING.test(bare) || bare.length > 70) return null
  const match = new RegExp(`^([\\u3400-\\u9fff()]{2,40}${ENDING})(?=[\\u3400-\\u9fff()]{2,})`, 'u').exec(bare)
  const short = /^(.{2,3}[部署会])(?=(?:行政)?(?:处罚|处理|许可|监管))/u.exec(bare)?.[1] ?? ''
  if (SHORT.test(short)) return short
  let name = match?.[1] ?? ''
  // The longest ending may be a letter of the title itself (公安局…内部); go back to a real agency.
  while (
    name.length >= 4 &&
    !(
      isAgencyName(name) &&
      /^(?:关于|[\u3400-\u9fff()]{0,20}(?:书|表|函|单|笔录|记录|报告|公告|清单|意见|答复|说明|处罚决定|处理决定))/u.test(
        bare.slice(name.length),
      )
    )
  ) {
    name = name.slice(0, -1)
  }
  return name.length >= 4 && TITLE_TAIL.test(bare) ? name : null
}

/** Pages set their menus before the document. */
const HEAD_LINES = 40
const FIRST_LINES = 6

function heading({ tight }: NormalisedText): AgencyFact[] {
  const { text } = tight
  let start = 0
  let untitled: AgencyFact | null = null
  for (let line = 0; line < HEAD_LINES && start < text.length; line += 1) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const content = text.slice(start, Math.min(end, start + 120))
    const next = text.slice(end + 1, end + 60).split('\n', 1)[0] ?? ''
    const name =
      leading(content) ??
      leading(content.split('\t')[0] ?? '') ??
      (/(?:行政处罚|行政处理|处罚|责令|决|告知|现场)$/u.test(content) ? leading(`${content}${next}`) : null)
    // Below the first lines, which may be a page's own, an agency heads the document only where a title goes with it.
    const titled = /(?:决定|通知|告知|催告|意见)书?/u.test(`${content.slice(name?.length ?? 0)}${next.slice(0, 24)}`)
    if (name !== null && titled) return [fact(tight, start, start + name.length, 'issuer')]
    if (name !== null && line < FIRST_LINES) untitled ??= fact(tight, start, start + name.length, 'issuer')
    start = end + 1
  }
  return untitled === null ? [] : [untitled]
}

/** Lines that hold nothing but agencies, with their seals and the date: the signature (落款). */
function signatures({ tight }: NormalisedText): AgencyFact[] {
  const facts: AgencyFact[] = []
  const { text } = tight
  let start = 0
  let number = 0
  while (start < text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (number >= 2 && end - start <= 90) {
      const line = text.slice(start, end)
      for (const part of line.matchAll(/[\u3400-\u9fff()、]+/gu)) {
        const name = part[0].replace(/\((?:盖章|印章|公章|章)\)?.*$/u, '')
        const rest = line
          .replace(DATE_TAIL, '')
          .replace(/\((?:盖章|印章|公章|章)\)/gu, '')
          .replace(/[\t\s]/gu, '')
        if (
          isAgencyName(name) &&
          (rest === name || (rest.startsWith(name) && isAgencyName(rest.slice(name.length))))
        ) {
          facts.push(fact(tight, start + part.index, start + part.index + name.length, 'issuer'))
        }
      }
    }
    number += 1
    start = end + 1
  }
  return facts
}

/** …提起行政诉讼。中国银保监会江苏监管局2019年12月19日: a signature that lost its line. */
function closing({ tight }: NormalisedText): AgencyFact[] {
  const tail = new RegExp(
    String.raw`[。;]([\u3400-\u9fff()]{4,40})(?:\((?:盖章|印章|公章)\))?(?:\d{4}年\d{1,2}月\d{1,2}日|` +
      String.raw`[二一][〇零0O\d一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\s*$`,
    'u',
  )
  const from = Math.max(0, tight.text.length - 120)
  const match = tail.exec(tight.text.slice(from))
  const name = match?.[1] ?? ''
  if (match === null || !isAgencyName(name)) return []
  const start = from + match.index + 1
  return [fact(tight, start, start + name.length, 'issuer')]
}

function delegations({ spaced }: NormalisedText, fields: readonly LabelledField[]): AgencyFact[] {
  return fields.flatMap((field) => {
    // 单位名称:甲区城市管理行政执法局 at the head of what an agency publishes.
    const itself = field.label === '单位名称' && isAgencyName(field.value.trim())
    const role = itself
      ? 'issuer'
      : /^(?:委托机关|委托单位|委托行政机关)$/u.test(field.label)
      ? 'delegator'
      : /^(?:受委托(?:组织|单位|机关)|受托(?:组织|单位|机关))$/u.test(field.label)
        ? 'delegate'
        : LABEL.test(field.label)
          ? 'issuer'
          : null
    const name = field.value.replace(/[。;,( \u3000].*$/u, '')
    if (role === null || name.length < 4 || name.length > 40) return []
    return [{ name, role, passage: spaced.passage(field.start, field.start + name.length) }]
  })
}

/** 东营区市场监督管理局 and 东营市东营区市场监督管理局: the same, named in full first. */
function inFull(found: readonly AgencyFact[]): readonly AgencyFact[] {
  const first = found[0]
  if (first === undefined) return found
  const longer = found.find(
    ({ name }) =>
      name.length > first.name.length &&
      name.endsWith(first.name) &&
      !/^[\u3400-\u9fff]{2,8}(?:省|自治区)/u.test(name),
  )
  return longer === undefined ? found : [longer, ...found.filter((other) => other !== longer)]
}

function acting({ tight }: NormalisedText): AgencyFact[] {
  const deciding: AgencyFact[] = []
  const others: AgencyFact[] = []
  let lookups = 0
  for (const anchor of tight.text.matchAll(ACTS)) {
    if (!LAST_LETTER.test(tight.text.charAt(anchor.index - 1))) continue
    lookups += 1
    if (lookups > MOST_LOOKUPS) break
    const from = Math.max(0, anchor.index - 40)
    const match = AGENCY_BEFORE.exec(tight.text.slice(from, anchor.index))
    if (match === null) continue
    const printed = match[1] ?? ''
    const name = printed.replace(BEFORE_AGENCY, '')
    if (!isAgencyName(name)) continue
    const start = from + match.index + printed.length - name.length
    // 《中华人民共和国海关行政处罚实施条例》 names no agency.
    if (/《[^》]*$/u.test(tight.text.slice(Math.max(0, start - 40), start))) continue
    const found = fact(tight, start, start + name.length, 'mentioned')
    if (DECIDES.test(anchor[0])) deciding.push(found)
    else others.push(found)
  }
  const all = inFull([...deciding, ...others])
  // 救援支队 at the beginning of a line is what is left of 大兴区消防救援支队.
  const cutOff = (found: AgencyFact): boolean =>
    found.name.length <= 6 &&
    all.some(({ name }) => name !== found.name && name.endsWith(found.name))
  return all.filter((found) => !cutOff(found))
}

/** 中国人民银行江西省分行 2024年6月14日 at the end of a row: who decided, and when. */
function besideDates(spaced: TextView): AgencyFact[] {
  return [
    ...spaced.text.matchAll(/(?<=[ \u3000\t])([\u3400-\u9fff()]{4,30})[ \u3000\t](?=\d{4}年\d{1,2}月\d{1,2}日)/gu),
  ].flatMap((match) => {
    const name = match[1] ?? ''
    return isAgencyName(name) ? [fact(spaced, match.index, match.index + name.length, 'mentioned')] : []
  })
}

const PUBLISHER = new RegExp(
  String.raw`(?:发布机构|发布单位|发文机关|发文机构|发文单位|公开部门|信息来源|来源)\]?[ \u3000\t]{0,2}[:\n]?[ \u3000\t]{0,2}` +
    String.raw`(?:- )?([\u3400-\u9fff()]{4,40})`,
  'gu',
)

/** Who published the page (发布机构, 信息来源), where it is an agency and not the government's site. */
function publishers(spaced: TextView): AgencyFact[] {
  return [...spaced.text.slice(0, 3000).matchAll(PUBLISHER)].flatMap((match) => {
    const name = match[1] ?? ''
    if (!isAgencyName(name) || /政府$|办公室$|科$|股$/u.test(name)) return []
    const start = match.index + match[0].length - name.length
    return [fact(spaced, start, start + name.length, 'mentioned')]
  })
}

/** 《遂安市应急管理局行政处罚告知书》: an agency in the title of a paper that the document cites. */
function inTitles({ tight }: NormalisedText): AgencyFact[] {
  return [...tight.text.matchAll(/《([^《》\n]{6,60})》/gu)].slice(0, MOST_LOOKUPS).flatMap((match) => {
    const name = /行政处罚|责令|告知书/u.test(match[1] ?? '') ? leading(match[1] ?? '') : null
    return name === null || name === match[1]
      ? []
      : [fact(tight, match.index + 1, match.index + 1 + name.length, 'mentioned')]
  })
}

/** Issuers first, then delegations, then agencies that the text says to act. */
export function readAgencies(text: NormalisedText, fields: readonly LabelledField[]): readonly AgencyFact[] {
  const found = [
    ...heading(text),
    ...delegations(text, fields),
    ...signatures(text),
    ...closing(text),
    ...inTitles(text),
    ...besideDates(text.spaced),
    ...publishers(text.spaced),
    ...acting(text),
  ]
  const seen = new Set<string>()
  return found.filter(({ name, role }) => {
    const key = `${name}\u0000${role}`
    if (seen.has(key) || (role === 'mentioned' && seen.has(`${name}\u0000issuer`))) return false
    seen.add(key)
    return true
  })
}
