/** 4.15: exhibits (涉案财物): list, record and decision must have the same things, and each must be traceable. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeAt, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { chineseDay, fileSays } from './case-sections.ts'

const UNIT = '箱|件|台|辆|吨|公斤|千克|斤|升|瓶|盒|条|支|只|头|个|份|册|张|套|袋|桶|包|本|部|把|艘|株|块|捆|卷|罐|枚|组'

interface Listed {
  readonly name: string
  readonly count: number
  readonly unit: string
  readonly place: Place
  readonly line: string
}

/** The rows of a list of goods: a name, and the last quantity on the row (a specification stands before it). */
export function listedGoods(document: CaseDocument): readonly Listed[] {
  const listed: Listed[] = []
  let start = 0
  const heading = document.text
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.replace(/\s/gu, '')))
    .find((cells) => cells.some((cell) => cell === '数量'))
  const column = heading?.indexOf('数量') ?? -1
  const nameColumn = heading?.findIndex((cell) => /名称$|^品名$|^物品$/u.test(cell)) ?? -1
  const unitColumn = heading?.indexOf('单位') ?? -1
  for (const line of document.text.split('\n')) {
    const words = line.trim()
    const cells = line.split('\t').map((cell) => cell.trim())
    const own =
      column >= 0 && cells.length > column
        ? `${(cells[column] ?? '').replace(/\s/gu, '')}${unitColumn >= 0 ? (cells[unitColumn] ?? '') : ''}`
        : ''
    const found =
      new RegExp(`^([0-9][0-9,.]*)(${UNIT})?$`, 'u').exec(own) ??
      [...words.matchAll(new RegExp(`(?<![\\/0-9.])([0-9][0-9,.]*)\\s*(${UNIT})(?!\\/)(?=\\s|$|[，,；;）)])`, 'gu'))].at(-1)
    const named = nameColumn >= 0 && cells.length > nameColumn ? (cells[nameColumn] ?? '').replace(/\s/gu, '') : ''
    const name = GOODS_NAME.test(named) ? named : nameOn(cells, words)
    if (found !== undefined && name !== null) {
      const place = placeAt(document, start, start + line.length)
      listed.push({ name, count: Number((found[1] ?? '').replace(/,/gu, '')), unit: found[2] ?? '', place, line: words })
    }
    start += line.length + 1
  }
  return listed
}

/** A name may begin with its strength (10%吡虫啉可湿性粉剂); a heading or a sum is none. */
const GOODS_NAME = /^(?!.*(?:名称|品名|合计|总计))(?=.*\p{Script=Han}{2})[\p{Script=Han}（）()A-Za-z0-9%.．“”·—-]{2,30}$/u

/** 1 \t 组合烟花 \t …, or 1 组合烟花 25发/箱 40箱. Null for a line that is no row of goods. */
function nameOn(cells: readonly string[], words: string): string | null {
  if (/^(?:序号|编号|合计|总计|共计|备注)/u.test(words) || /[：:]/u.test(words.slice(0, 12))) return null
  const named =
    cells.length > 1 ? cells.find((cell) => /^[\p{Script=Han}（）A-Za-z“”·]{2,24}$/u.test(cell) && !/^[0-9]/u.test(cell)) : undefined
  return named ?? /^(?:[0-9]{1,3}[\s.、]+)([\p{Script=Han}（）]{2,20})(?=[\s0-9“])/u.exec(words)?.[1] ?? null
}

interface Stated {
  readonly count: number
  readonly unit: string
  readonly place: Place
}

/** What another paper says of such things: the name, then a quantity in the same unit. */
function statedOf(document: CaseDocument, name: string, unit: string): readonly Stated[] {
  const escaped = name.replace(/[（(].*$/u, '').replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  return findAll(
    document,
    new RegExp(`${escaped}(?:（[^）]{0,20}）|“[^”]{0,20}”)?(?:共计|合计|共|计|等)?([0-9][0-9,.]*)(${unit === '辆' || unit === '台' ? '辆|台' : unit})(?!\\/)`, 'u'),
  ).map(({ match, ...place }) => ({
    count: Number((match[1] ?? '').replace(/,/gu, '')),
    unit: match[2] ?? '',
    place,
  }))
}

/** A paper about goods: what it has as a list, or the list that stands within a record. */
function goodsLists(file: CaseFile): readonly CaseDocument[] {
  return file.of('goods-list').filter(({ sure }) => sure)
}

/** The list that stands in the paper of the seizure itself. */
function listsInside(file: CaseFile): readonly CaseDocument[] {
  return file.of('preservation-paper', 'measure-decision', 'measure-record').filter((one) => one.sure && /数量/u.test(one.text) && listedGoods(one).length > 0)
}

/** Papers of the seizure itself: what they took must be what the list has. */
const SEIZING = ['measure-decision', 'measure-record', 'preservation-paper', 'measure-release'] as const

export const EXHIBIT_QUANTITIES_DIFFER: PrereviewRule = {
  id: '4.15-quantities-differ',
  questionId: '4.15',
  name: said('清单与决定、笔录数量不符', 'Quantities of the list differ from the papers'),
  basis: [
    { law: '行政强制法', article: 24 },
    { law: '行政强制法', article: 26 },
  ],
  severity: 'C',
  check(file) {
    const seizing = file.of(...SEIZING).filter(({ sure }) => sure)
    const others = [...seizing, ...file.of('decision', 'prior-notice').filter(({ sure }) => sure)]
    return [...goodsLists(file), ...listsInside(file)].flatMap((list) =>
      listedGoods(list).flatMap((goods) => {
        const stated = others.filter((document) => document !== list).flatMap((document) =>
          statedOf(document, goods.name, goods.unit).filter(({ place }) => seizing.includes(document) || isOfSeizure(document, place)),
        )
        const total = listedGoods(list)
          .filter(({ name, unit }) => name === goods.name && unit === goods.unit)
          .reduce((sum, { count }) => sum + count, 0)
        const [other] = stated
        if (other === undefined || stated.some(({ count }) => count === goods.count || count === total)) return []
        return [
          {
            message: said(
              `清单载明${goods.name}${goods.count}${goods.unit}，${other.place.document.file.name}载明${other.count}${other.unit}，账物不符。`,
              `The list has ${goods.count} of ${goods.name}, “${other.place.document.file.name}” has ${other.count}.`,
            ),
            suggestion: said(
              '核对实物、笔录和录像，查明差异原因，更正清单或者决定并由当事人确认。',
              'Check the goods, the record and the recording, explain the difference, and correct with the party’s confirmation.',
            ),
            places: [goods.place, ...stated.slice(0, 2).map(({ place }) => place)],
            about: goods.name,
          },
        ]
      }),
    )
  },
}

/** In a decision: the sentence is about what was seized or is confiscated, not about what was bought or sold. */
function isOfSeizure(document: CaseDocument, place: Place): boolean {
  const words = document.file.text.pages.find(({ number }) => number === place.passage.page)?.text ?? ''
  const before = words.slice(Math.max(0, place.passage.start - 40), place.passage.start)
  return /扣押|查封|没收|登记保存/u.test(before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), 0)))
}

const SIGNED =
  /(?:当事人|持有人|所有人|被查封人|被扣押人|被执行人|见证人|在场人|被取证人|物品所有者|单位负责人)(?:（[^）]{0,12}）|签名|签字|签章|或者?[^：:]{0,8})*[:：](?!_|年|无|[12][0-9]{3}年|执法人员|实施人员|承办人)[\p{Script=Han}·]{2}/u

export const LIST_UNSIGNED: PrereviewRule = {
  id: '4.15-list-unsigned',
  questionId: '4.15',
  name: said('清单无当事人签名', 'List not signed by the party'),
  basis: [
    { law: '行政强制法', article: 24, paragraph: 2 },
    { law: '行政强制法', article: 18 },
  ],
  severity: 'C',
  check: (file) =>
    goodsLists(file)
      .filter(
        (list) =>
          listedGoods(list).length > 0 &&
          !says(list, SIGNED) &&
          !says(list, /拒绝签|拒签|签收/u) &&
          !list.facts.signatures.some(({ who, state }) => /当事人|持有人|见证/u.test(who) && state === 'signed'),
      )
      .map((list) => ({
        message: said(
          '财物清单没有当事人（持有人）签名，也没有见证人签名或者拒签的记载。',
          'The list of goods is signed neither by the party nor by a witness, and no refusal is noted.',
        ),
        suggestion: said(
          '核实清单交付情况，由当事人签名；拒绝签名的，注明情况并由见证人签名。清单一式二份。',
          'Establish that it was handed over; have it signed, or note the refusal with a witness. Two copies are needed.',
        ),
        places: [titlePlace(list)],
      })),
}

export const LIST_MISSING: PrereviewRule = {
  id: '4.15-list-missing',
  questionId: '4.15',
  name: said('查封、扣押没有清单', 'Seizure without a list'),
  basis: [{ law: '行政强制法', article: 24 }],
  severity: 'C',
  check(file) {
    const decisions = file.of('measure-decision').filter((document) => document.sure && says(document, /扣押|查封/u))
    const kept = file.of('goods-list').length > 0 || file.files.some(({ name }) => /(?:物品|财物|查封|扣押|场所|设施|财产)[^.]*清单|清单[^.]*(?:查封|扣押)/u.test(name))
    const inside = file.documents.some(
      (document) =>
        document.kind !== 'materials-list' &&
        /(?:物品|财物|设施|场所)清单(?!）|》)(?:序号|编号)?/u.test(denseText(document)) &&
        /序号|数量[\p{Script=Han}]{0,6}备注/u.test(denseText(document)),
    )
    if (decisions.length === 0 || kept || inside) return []
    return [
      {
        message: said('作出了查封（扣押）决定，卷内没有财物清单。', 'Goods were seized, and there is no list of them in the file.'),
        suggestion: said('补充查封、扣押财物清单及其交付当事人的证明。', 'Add the list and proof that the party got it.'),
        places: decisions.slice(0, 1).map(titlePlace),
      },
    ]
  },
}

export const DISPOSAL_UNTRACED: PrereviewRule = {
  id: '4.15-disposal-untraced',
  questionId: '4.15',
  name: said('扣押物品去向不明', 'What became of the seized goods is not told'),
  basis: [
    { law: '行政强制法', article: 27 },
    { law: '行政处罚法', article: 80 },
  ],
  severity: 'C',
  check(file) {
    const seized = file
      .of('measure-decision', 'preservation-paper')
      .filter((document) => document.sure && says(document, /扣押|查封|登记保存/u))
    const decision = file.of('decision').findLast(({ sure }) => sure)
    if (seized.length === 0 || decision === undefined) return []
    if (
      fileSays(
        file,
        /(?<!(?:可能|防止|避免|以免)[^。；]{0,12})(?:解除|退还|返还|发还|销毁|拍卖|移交|随案移送|上缴)[^。]{0,16}(?:扣押|查封|物品|财物|措施|保存|产品|商品)|(?:扣押|查封|保存)[^。]{0,30}(?:解除|退还|返还|发还|销毁|拍卖)/u,
      )
    )
      return []
    if (says(decision, /没收/u) && !/没收违法所得(?![^；。]*没收)/u.test(denseText(decision).replace(/没收违法所得/u, ''))) {
      const others = denseText(decision).replace(/没收违法所得/gu, '')
      if (/没收/u.test(others)) return []
    }
    return [
      {
        message: said(
          `${seized[0]?.day === null || seized[0] === undefined ? '' : `${chineseDay(seized[0].day ?? '')}`}查封、扣押（先行登记保存）的财物，决定和其他材料没有写明如何处理。`,
          'Neither the decision nor any other paper says what becomes of the goods that were seized or preserved.',
        ),
        suggestion: said(
          '在决定中写明没收、退还或者其他处理，并附处理的凭证。',
          'Say in the decision whether they are confiscated, returned or otherwise disposed of, with the papers.',
        ),
        places: [...seized.slice(0, 1).map(titlePlace), titlePlace(decision)],
      },
    ]
  },
}

const UNLISTED =
  /(?:物品|财物|货物|家具|设备|材料|工具|商品)[^。；]{0,30}(?:未|没有|没)(?:有|予|作|制作|开具|逐一|当场|进行)*(?:造册|登记|清点|列清单|清单|点验)|(?:未|没有)(?:制作|开具|出具|填写|交付)[^。；，]{0,10}(?:物品|财物|财产)?清单/u

/** What is taken, carried out or moved is listed, in whatever procedure: otherwise nobody can say what became of it. */
export const TAKEN_UNLISTED: PrereviewRule = {
  id: '4.15-taken-unlisted',
  questionId: '4.15',
  name: said('财物没有清点造册', 'Things moved or taken without a list'),
  basis: [{ law: '行政强制法', article: 24 }, { law: '行政处罚法', article: 80 }],
  severity: 'C',
  check: (file) =>
    file
      .of('measure-record', 'measure-decision', 'execution-decision', 'inspection-record', 'preservation-paper', 'goods-list')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        findAll(document, UNLISTED)
          .slice(0, 1)
          .map((place) => ({
            message: said(`“${place.match[0]}”：财物没有清点造册，去向无法核对。`, `“${place.match[0]}”: the things were not listed and cannot be traced.`),
            suggestion: said(
              '补充清点，列明物品、数量、状况和保管人，由当事人或者见证人签名。',
              'List them with number, state and keeper, signed by the party or a witness.',
            ),
            places: [place],
          })),
      )
      .slice(0, 1),
}

export const EXHIBIT_RULES: readonly PrereviewRule[] = [TAKEN_UNLISTED, EXHIBIT_QUANTITIES_DIFFER, LIST_UNSIGNED, LIST_MISSING, DISPOSAL_UNTRACED]
