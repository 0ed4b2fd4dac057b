/**
 * Parties (当事人): from labels, from the addressee line behind the title, and from the first words of a notice that has
 * neither. Each with its codes, legal representative and address as printed beside it.
 */
import type { IdentityCode, PartyFact } from './facts.ts'
import { isAgencyName } from './agency.ts'
import { isPersonName } from './person-names.ts'
import { CASE_NAMES, ENTITY, IN_WORDS, NUMBERED_CASE, isPartyName, withoutLeadingWords } from './party-words.ts'
import { codesIn } from './identity-codes.ts'
import type { PlacedCode } from './identity-codes.ts'
import { ADDRESS, COLUMN_LABEL, PARTY_LABEL, REPRESENTATIVE, WEAK_LABEL } from './party-labels.ts'
import { TITLE_ENDING } from './document-title.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import type { LabelledField } from './labelled-fields.ts'
import type { NormalisedText, TextView } from './normalised-text.ts'

const MOST_ROWS = 40
const ENTITY_ENDING = new RegExp(
  String.raw`(?:公司|厂|店|中心|院|部|社|行|网吧|吧|馆|所|站|场|堂|室|坊|铺|庄|城|园|校|学校|协会|合作社|经营户|商行|商店|超市|加油站|门市|集团|银行|` +
    String.raw`支行|分行|企业|委员会|局|会|队|基地|农场|矿|摊|餐厅|饭店|酒店|酒楼|宾馆|药房|诊所|工作室|事务所|联盟|户|屋|房|汇|家|模塑|政府|中学|小学|大学|(?:经销|经营|销售|批发|供应|办事|管理|服务)处)$`,
  'u',
)
const NOT_A_NAME = new RegExp(
  String.raw`^(?:年月日$|(?:个人|单位|公民|法人|自然人|其他组织|个体工商户|企业|机构)$|` +
    String.raw`事人|当事|无|/|—|-|同上|姓名|名称|是|否|基本情况|意见|的|应当|如|对|因|在|提出|不|未|及|或)|(?:如下|意见)$`,
  'u',
)

interface PlacedParty {
  readonly name: string
  readonly view: TextView
  readonly start: number
  readonly end: number
  readonly labelled: boolean
}

function kindOf(name: string, label: string): PartyFact['kind'] {
  if (/某/u.test(name) && name.length <= 4) return 'citizen'
  if (ENTITY_ENDING.test(name) || /单位|企业|公司|机构/u.test(label)) return 'entity'
  return name.length <= 4 || /^[\u3400-\u9fff]{1,6}·[\u3400-\u9fff]{1,8}$/u.test(name) ? 'citizen' : 'entity'
}

const TRAILING_NOTE = new RegExp(
  String.raw`\((?:统一|社会信用|以下|个体|经营者|负责人|业主|代理|简称|身份|公民|居民|营业执照|注册号|持|法定|系|男|女|盖章|曾用名|9\d|以下简称).*$|` +
    String.raw`\((?:个体工商户|个人独资(?:企业)?|公章|印章)\)$|\((?:名单|详见|见)[^()]{0,12}\)$|\([^()]{0,40}的?(?:经营者|业主|负责人|法定代表人|投资人)[^()]{0,8}\)$`,
  'u',
)

/** The name at the beginning of a field's value; empty where none stands there. */
export function nameAtStart(value: string): string {
  let name =
    value
      .replace(/^[:\s\u3000]+/u, '')
      .replace(/^当事人(?:\([^()]{0,12}\))?[:]?(?=.{2})/u, '')
      .split(/[\t\n,。;:\u3000“”《]/u, 1)[0] ?? ''
  name = name.replace(TRAILING_NOTE, '')
  // 金福家乐食品店(黄某某): the operator in brackets is no part of the name.
  const operator = /^(.{3,})\(([\u3400-\u9fff]{2,4})\)$/u.exec(name)
  if (operator !== null && ENTITY_ENDING.test(operator[1] ?? '') && isPersonName(operator[2] ?? ''))
    name = operator[1] ?? ''
  if (name.includes(' ')) {
    const first = name.split(' ', 1)[0] ?? ''
    const closed = !/\([^)]*$/u.test(first)
    name =
      closed &&
      (ENTITY_ENDING.test(first) ||
        (first.length >= 2 && first.length <= 4 && /^\S+ (?:职务|性别|男|女|年龄|电话|身份|住|你|因|于|\d{4}年)/u.test(name)))
        ? first
        : name.replaceAll(' ', '')
  }
  name = name
    .replace(/(?:\(盖章\)|\(签名\)|依据|根据|经查).*$/u, '')
    .replace(/[()]$/u, (mark) => (mark === ')' && name.includes('(') ? mark : ''))
  return name.length > 50 ? '' : name
}

/** Names of one value, several parted by 、: 甲公司、乙公司. */
function namesOf(view: TextView, field: LabelledField): PlacedParty[] {
  const name = nameAtStart(field.value)
  if (name === '' || NOT_A_NAME.test(name) || !/[\u3400-\u9fffA-Za-z*]/u.test(name)) return []
  let place = field.start
  return name.split('、').flatMap((part) => {
    const clean = part.trim()
    const at = view.text.indexOf(clean.charAt(0), place)
    const start = at >= 0 && at < field.end ? at : place
    let end = start
    for (let left = clean.length; left > 0 && end < field.end; end += 1)
      if (!/[ \u3000]/u.test(view.text.charAt(end))) left -= 1
    place = end
    return clean.length < 2 ? [] : [{ name: clean, view, start, end, labelled: true }]
  })
}

function labelledParties(spaced: TextView, fields: readonly LabelledField[]): PlacedParty[] {
  const strong = fields
    .filter(
      ({ label, note, form, value }) =>
        PARTY_LABEL.test(label) &&
        !/签/u.test(note) &&
        form !== 'column' &&
        value.length <= 400 &&
        !/^(?:问|答)/u.test(label) &&
        !(/^(?:单位|机构)名称$/u.test(label) && isAgencyName(value.trim())),
    )
    .flatMap((field) => namesOf(spaced, field))
  if (strong.length > 0) return strong
  const torn = tornCell(spaced)
  if (torn.length > 0) return torn
  const weak = fields
    .filter(({ label, form }) => WEAK_LABEL.test(label) && form !== 'column')
    .slice(0, 3)
    .flatMap((field) => namesOf(spaced, field))
    .sort((one, other) => Number(ENTITY_ENDING.test(other.name)) - Number(ENTITY_ENDING.test(one.name)))
    .slice(0, 1)
  return weak.length > 0
    ? weak
    : fields
        .filter(({ label, form, value }) => COLUMN_LABEL.test(label) && form === 'column' && value.length <= 60)
        .slice(0, MOST_ROWS)
        .flatMap((field) => namesOf(spaced, field))
}

/** 被处罚当|甲公司北京 / 名称 / 事人|单|市支公司 / 位: the cells of a form torn line by line, label and name in halves. */
const TORN_CELL = /(?:^|\n)被处罚当[ \t\u3000]+([\u3400-\u9fff()·]{4,40})\n(?:(?:姓名|名称)\n)?事人[ \t\u3000]+(?:单位?[ \t\u3000]+)?([\u3400-\u9fff()·]{2,40})(?=\n)/u

function tornCell(view: TextView): PlacedParty[] {
  const found = TORN_CELL.exec(view.text)
  const name = `${found?.[1] ?? ''}${found?.[2] ?? ''}`
  if (found === null || !ENTITY_ENDING.test(name) || isAgencyName(name)) return []
  const start = view.text.indexOf(found[1] ?? '', found.index)
  return [{ name, view, start, end: found.index + found[0].length, labelled: true }]
}

/** What stands below the name of a party. */
const BESIDE_PARTY =
  /^(?:(?:行政)?(?:处罚)?决定书?文书?号|法定代表人|负责人|经营者|统一社会信用代码|社会信用代码|营业执照|组织机构代码|(?:单位|注册|登记|经营)?地址|住所|住址|经营场所|公民身份|身份证)/u

const NOT_AN_ADDRESSEE = new RegExp(
  String.raw`^(?:[一二三四五六七八九十\d]+[、.]|[(\d]|问|答|现|经|证据|证明|上述|以上|综上|本|我|你|如|根据|依据|附|一是|二是|处罚|执法|主持|案|` +
    String.raw`违|其)|(?:如下|包括|证实|证明|规定|意见|认为|决定|处罚|查明|事项|内容|情况|理由|依据|问题|单位名称|科|股|处|办公室|事实|证据|结论|请求|权利|` +
    String.raw`报告|说明|领导|同志|笔录|陈述|申辩|回复|答复|辩论|质证)$`,
  'u',
)

/** 甲公司(统一社会信用代码:9143…):, the note with its own colon left out. */
/** 我局于…对你单位…立案调查: an agency may be the party. */
const ACCUSED = /^[^。\n]{0,40}对你[^。\n]{0,40}(?:立案|调查)/u
const NOTE_OF_PARTY = /\([^():]{0,24}(?:代码|识别号|证号|号码|代表人|负责人|经营者)[^():]{0,4}:[^()]{0,80}\)(?=:)/u

/** The addressee line (主送): 岚清市恒盛电镀有限公司: behind the title or the number. */
function addressees({ tight }: NormalisedText): PlacedParty[] {
  const { text } = tight
  let start = 0
  for (let line = 0; line < 12 && start < text.length; line += 1) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const printed = text.slice(start, Math.min(end, start + 240))
    const content = printed.replace(NOTE_OF_PARTY, '')
    const names =
      /^([\u3400-\u9fffA-Za-z\d()·*、&某×]{2,100}):(?:$|(?=\((?:统一社会信用代码|社会信用代码|纳税人识别号|身份证)|我局|我关|本机关|本局|经查|你(?:单位|公司|厂|店)|因|兹))/u.exec(
        content,
      )?.[1]
    const noted = content !== printed
    if (
      names !== undefined &&
      // Its code beside it tells a party, whatever the name is like: 甲建材经销处(纳税人识别号:…):
      (noted ||
        (!NOT_AN_ADDRESSEE.test(names) &&
          // An agency is addressed as the party where its code or address stands below.
          (!isAgencyName(names) || BESIDE_PARTY.test(text.slice(end + 1, end + 30)) || ACCUSED.test(text.slice(end + 1, end + 120))) &&
          (ENTITY_ENDING.test(names.replace(/\([^()]*\)$/u, '')) ||
            /等\d+[家户名人]|单位$/u.test(names) ||
            isPersonName(names) ||
            (names.length <= 4 && /[某*×]/u.test(names)))))
    ) {
      const bare = names.replace(TRAILING_NOTE, '')
      let place = start
      return bare.split('、').map((name) => {
        const at = text.indexOf(name, place)
        place = at + name.length
        return { name, view: tight, start: at, end: at + name.length, labelled: true }
      })
    }
    start = end + 1
  }
  return []
}

/** A line that holds nothing but a name, before the lines of codes and address. */
function bareLine({ tight }: NormalisedText): PlacedParty[] {
  const lines = tight.text.slice(0, 3000).split('\n').slice(0, 40)
  let start = 0
  for (const [index, line] of lines.entries()) {
    const next = lines.slice(index + 1, index + 4).find((other) => other !== '') ?? ''
    // 一、甲公司 above 处罚决定书文号: a case of a bulletin.
    const numbering = /^(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.、])/u.exec(line)?.[0] ?? ''
    const name = line.slice(numbering.length)
    if (
      /^[\u3400-\u9fff()*·A-Za-z\d]{4,50}$/u.test(name) &&
      ENTITY_ENDING.test(name) &&
      !isAgencyName(name) &&
      !TITLE_ENDING.test(name) &&
      BESIDE_PARTY.test(next)
    ) {
      return [{ name, view: tight, start: start + numbering.length, end: start + line.length, labelled: true }]
    }
    start += line.length + 1
  }
  return []
}

const WITHOUT_COLON = new RegExp(
  String.raw`(?:^|\n)(?:违法行为人|被处罚(?:人|单位)|当事人)(?:\([^()\n]{1,6}\))?([\u3400-\u9fff()·*某×A-Za-z]{2,40}),(?=[^\n]{0,30}` +
    String.raw`(?:[男女]|岁|出生|代表人|负责人|经营者|代码|身份证|号码|住|地址))`,
  'u',
)

/** 甲公司,法定代表人为:某某,联系地址:…: a line that names the party and what stands beside it. */
const NAME_LINE = new RegExp(
  `(?:^|\\n)(${ENTITY})[,;](?=(?:统一)?(?:社会)?(?:法定代表人|负责人|经营者|信用代码|住所|住址|地址|营业执照|注册号|企业代码|海关代码))`,
  'u',
)

/** 违法行为人马某,男,33岁: as the police write it, without a colon. */
function withoutColon({ tight }: NormalisedText): PlacedParty[] {
  const head = tight.text.slice(0, 3000)
  const match = WITHOUT_COLON.exec(head) ?? NAME_LINE.exec(head)
  const name = match?.[1] ?? ''
  if (match === null || NOT_A_NAME.test(name)) return []
  const start = match.index + match[0].lastIndexOf(name)
  return [{ name, view: tight, start, end: start + name.length, labelled: true }]
}

/** Decisions and their publication name the party somewhere; a record may concern nobody who is a party. */
const PUBLISHED = new Set<DocumentKindId>([
  'decision',
  'no-penalty-decision',
  'service-announcement',
  'execution-decision',
])

function numberedCases({ tight }: NormalisedText): PlacedParty[] {
  const cases = [...tight.text.slice(0, 20_000).matchAll(NUMBERED_CASE)].flatMap((match): PlacedParty[] => {
    const name = withoutLeadingWords(match[1] ?? match[2] ?? '')
    const start = match.index + match[0].length - name.length
    return isAgencyName(name) || !isPartyName(name) ? [] : [{ name, view: tight, start, end: start + name.length, labelled: false }]
  })
  return cases.length > 1 ? cases : []
}

function inWords({ tight }: NormalisedText, patterns: readonly RegExp[]): PlacedParty[] {
  const head = tight.text.slice(0, 6000)
  for (const pattern of patterns) {
    for (const match of head.matchAll(pattern)) {
      const name = withoutLeadingWords(match[1] ?? '')
      if (isAgencyName(name) || !isPartyName(name)) continue
      return joinedNames(name).map((part) => {
        const start = match.index + match[0].lastIndexOf(part)
        return { name: part, view: tight, start, end: start + part.length, labelled: false }
      })
    }
  }
  return []
}

/** 甲托管中心和乙酒店: two parties, where both are whole names. */
function joinedNames(name: string): readonly string[] {
  const parts = name.split(/[和与]/u)
  return parts.length > 1 && parts.every((part) => part.length >= 4 && ENTITY_ENDING.test(part)) ? parts : [name]
}

function fieldFact(
  spaced: TextView,
  field: LabelledField,
  start: number,
  end: number,
): { passage: PartyFact['passage'] } {
  return { passage: spaced.passage(Math.min(start, field.end), Math.min(end, field.end)) }
}

function representativeOf(spaced: TextView, fields: readonly LabelledField[]): PartyFact['legalRepresentative'] {
  for (const field of fields) {
    if (!REPRESENTATIVE.test(field.label)) continue
    const name =
      /^[\u3400-\u9fff·*×xX某A-Za-z]{2,12}/u.exec(field.value.replace(/^(?:法定代表人|负责人)/u, ''))?.[0] ?? ''
    const spacedName =
      /^[\u3400-\u9fff] [\u3400-\u9fff](?=$|[\s\u3000,。(])/u.exec(field.value)?.[0].replaceAll(' ', '') ?? name
    if (spacedName.length < 2 || spacedName.length > 12 || /^(?:签名|签字|盖章|意见)/u.test(spacedName)) continue
    return {
      name: spacedName,
      ...fieldFact(spaced, field, field.start, field.start + Math.max(name.length, spacedName.length)),
    }
  }
  return null
}

function addressOf(spaced: TextView, fields: readonly LabelledField[]): PartyFact['address'] {
  const field = fields.find(({ label, value }) => ADDRESS.test(label) && value.length >= 4)
  if (field === undefined) return null
  const text =
    /^[^\n。;\t\u3000]{4,80}/u.exec(field.value)?.[0].replace(/(?:依据|根据|经查|我局|本局|,|《).*$/u, '') ?? ''
  return text.length < 4
    ? null
    : { text: text.replaceAll(' ', ''), ...fieldFact(spaced, field, field.start, field.start + text.length) }
}

function samePlace(one: PartyFact, page: number, start: number): boolean {
  return one.passage.page < page || (one.passage.page === page && one.passage.start <= start)
}

/** Parties in the order of the page, each name once, with what stands beside it before the next party. */
export function readParties(
  text: NormalisedText,
  fields: readonly LabelledField[],
  kind: DocumentKindId,
): readonly PartyFact[] {
  const labelled = labelledParties(text.spaced, fields)
  const addressed = labelled.length > 0 ? labelled : addressees(text)
  const headed = addressed.length > 0 ? addressed : withoutColon(text)
  const placed = headed.length > 0 ? headed : bareLine(text)
  const published = PUBLISHED.has(kind)
  const cases = placed.length === 0 && published ? numberedCases(text) : []
  const known = placed.length > 0 ? placed : cases
  const found = known.length > 0 ? known : inWords(text, published ? IN_WORDS : IN_WORDS.slice(0, CASE_NAMES))
  const names = new Set<string>()
  const parties = found
    .flatMap(({ name, view, start, end }): PartyFact[] => {
      if (names.has(name)) return []
      names.add(name)
      return [
        {
          name,
          kind: kindOf(name, ''),
          codes: [],
          legalRepresentative: null,
          address: null,
          passage: view.passage(start, end),
        },
      ]
    })
    .sort((one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start)
  if (parties.length === 0) return parties
  const codes = codesIn(text)
  const ownerOf = (page: number, start: number): number => {
    let owner = 0
    parties.forEach((party, index) => {
      if (samePlace(party, page, start)) owner = index
    })
    return owner
  }
  return parties.map((party, index) => {
    const beside = fields.filter((field) => {
      const { page, start } = text.spaced.passage(field.start, field.end)
      return ownerOf(page, start) === index
    })
    const own: readonly IdentityCode[] = codes
      .filter(
        (code: PlacedCode) =>
          (code.of !== 'person' || party.kind === 'citizen') &&
          ownerOf(code.passage.page, code.passage.start) === index,
      )
      .map(({ kind: codeKind, text: printed, whole, passage }) => ({ kind: codeKind, text: printed, whole, passage }))
    const legalRepresentative = representativeOf(text.spaced, beside)
    const kind = legalRepresentative !== null || own.some(({ kind: code }) => code === 'uscc') ? 'entity' : party.kind
    return { ...party, kind, codes: own, legalRepresentative, address: addressOf(text.spaced, beside) }
  })
}
