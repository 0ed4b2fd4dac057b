/** 6.1, 6.2, 6.4, 6.9, 6.10: whose case it is. */
import type { CaseFile } from '../../case-file.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, type FoundWords } from '../../wording.ts'
import { affirmed, fileSays, penaltyPaper } from '../facts/case-sections.ts'
import { basisOf, governingDay } from '../law/clauses.ts'
import { actingAgency, actPlaces, liesOutside, recordPlaces } from './places.ts'

const DESIGNATED = /指定管辖|管辖权?(?:移送|转移)|移送管辖|提级管辖|网络(?:销售|交易|平台)|平台(?:内)?经营者|住所地管辖|实际经营地/u

export const PLACE_OUTSIDE_AREA: PrereviewRule = {
  id: '6.1-place-outside-area',
  questionId: '6.1',
  name: said('违法行为发生地不在辖区', 'Place of the act outside the area'),
  basis: [{ law: '行政处罚法', article: 22 }],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    if (agency === null || fileSays(file, DESIGNATED)) return []
    const labelled = actPlaces(file)
    const places = labelled.length > 0 ? labelled : recordPlaces(file, 'inspection-record')
    const outside = places.filter(({ text }) => liesOutside(agency.name, text))
    if (outside.length === 0 || outside.length < places.length) return []
    return [
      {
        message: said(
          `违法行为发生地为“${outside[0]?.text ?? ''}”，不在${agency.name}的辖区内，卷内没有指定管辖等材料。`,
          `The act was done at “${outside[0]?.text ?? ''}”, outside the area of ${agency.name}; no designation is in the file.`,
        ),
        suggestion: said(
          '核实违法行为发生地；不属于本机关管辖的，移送有管辖权的机关或者报请指定管辖。',
          'Establish the place; refer the case or ask for a designation.',
        ),
        places: [...outside.slice(0, 2).map(({ place }) => place), agency.place],
      },
    ]
  },
}

export const RECORD_OUTSIDE_AREA: PrereviewRule = {
  id: '6.9-record-made-elsewhere',
  questionId: '6.9',
  name: said('异地取证无协助手续', 'Investigated elsewhere without assistance'),
  basis: [{ law: '行政处罚法', article: 26 }],
  severity: 'C',
  check(file) {
    const agency = actingAgency(file)
    if (
      agency === null ||
      fileSays(file, /协助(?:调查|函|执法|通知)|协查|异地(?:协作|执法|办案)|(?:当地|属地)[^。]{0,20}(?:配合|协助|陪同)|指定管辖/u)
    )
      return []
    const inspected = recordPlaces(file, 'inspection-record')
    const elsewhere = recordPlaces(file, 'inspection-record', 'inquiry-record', 'measure-record').filter(({ text }) =>
      liesOutside(agency.name, text),
    )
    // 检查地点：甲厂厂区及其位于青木县的调节池: part of the visit was elsewhere.
    const partly = file
      .of('inspection-record', 'measure-record', 'sampling-record')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        findAll(document, PARTLY_ELSEWHERE).flatMap(({ match, ...place }) => {
          const text = match[1] ?? ''
          return liesOutside(agency.name, text) ? [{ text, place, document }] : []
        }),
      )
    const [part] = partly
    if (part !== undefined && elsewhere.length === 0) return [elsewhereSuspicion(part.text, partly.map(({ place }) => place))]
    // Where the act itself is outside, that is the question (6.1).
    if (elsewhere.length === 0 || (inspected.length > 0 && inspected.every(({ text }) => liesOutside(agency.name, text)))) return []
    return [elsewhereSuspicion(elsewhere[0]?.text ?? '', elsewhere.slice(0, 2).map(({ place }) => place))]
  },
}

const PARTLY_ELSEWHERE = /(?:及|和|、|以及)(?:其|该公司|当事人)?(?:位于|在|设在|设于|坐落于)?([\p{Script=Han}]{2,8}(?:县|区|市|旗)[\p{Script=Han}0-9]{0,16})的?[\p{Script=Han}]{2,12}/u

function elsewhereSuspicion(where: string, places: readonly Place[]): Suspicion {
  return {
    message: said(
      `在“${where}”（辖区外）取证、采取措施，卷内没有请求当地机关协助的材料。`,
      `Evidence was taken at “${where}”, outside the area, without a request for assistance.`,
    ),
    suggestion: said('补充协助请求和当地机关配合的材料。', 'Add the request for assistance and the local agency’s part.'),
    places: places.slice(0, 2),
  }
}

const COUNTY_LEVEL =
  /^(?:[\p{Script=Han}]{2,4}省|[\p{Script=Han}]{2,8}自治区)?(?:[\p{Script=Han}]{2,6}?(?:市|自治州|地区|盟))?[\p{Script=Han}]{1,8}?(?:县|区|旗)(?!域)/u
const TOWNSHIP = /(?:镇|乡)(?:人民)?政府|街道办事处|(?:镇|乡|街道)[\p{Script=Han}]{0,12}(?:办公室|中心|队|所|站)$/u

export const TOWNSHIP_DECIDES: PrereviewRule = {
  id: '6.2-below-county',
  questionId: '6.2',
  name: said('县级以下机关作出处罚', 'Decided below the county'),
  basis: [
    { law: '行政处罚法', article: 23 },
    { law: '行政处罚法', article: 24 },
  ],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    if (agency === null || !TOWNSHIP.test(agency.name)) return []
    if (
      fileSays(
        file,
        /行政处罚法》?第二十四条|赋权|下放|省(?:、自治区、直辖市)?人民政府[^。]{0,24}决定|交由[^。]{0,20}(?:乡镇|街道)|城乡规划法》?第六十五条/u,
      )
    )
      return []
    return [
      {
        message: said(
          `${agency.name}作出处罚，卷内没有省级人民政府将该项处罚权交由乡镇、街道行使的决定。`,
          `${agency.name} decides; the provincial decision that hands this power to townships is not in the file.`,
        ),
        suggestion: said(
          '补充省级决定和事项清单；没有的，由县级以上有权机关处理。',
          'Add the provincial decision and its list; without them the county’s agency must act.',
        ),
        places: [agency.place],
      },
    ]
  },
}

/** Who must act, as a clause says: 由设区的市级以上…部门, 由省级…部门, 国务院…部门. */
const HIGHER =
  /由(?:所在地)?(?:(设区的市级|市级|省级|省、自治区、直辖市)(?:以上)?(?:地方)?(?:人民政府)?|(国务院))[\p{Script=Han}、]{0,24}?(?:部门|机构|局)(?:责令|处以|处|给予|没收|吊销|决定|予以|对)/u

function clauseTexts(file: CaseFile): readonly { readonly text: string; readonly verified: boolean }[] {
  const paper = penaltyPaper(file)
  if (paper === null) return []
  const day = governingDay(file, paper)
  return basisOf(paper).flatMap((citation) => {
    const entry = file.laws.find(citation.law)
    const version = entry === null ? null : file.laws.versionOn(entry, day)
    const shape =
      entry === null || version === null || citation.article === null ? null : file.laws.article(entry, version, citation.article)
    if (shape === null || shape === 'missing') return []
    return shape.paragraphs
      .filter((_, index) => citation.paragraph === null || citation.paragraph === index + 1)
      .map(({ text }) => ({ text: text.replace(/\s/gu, ''), verified: true }))
  })
}

export const LEVEL_TOO_LOW: PrereviewRule = {
  id: '6.2-level-too-low',
  questionId: '6.2',
  name: said('级别低于罚则规定的机关', 'Lower than the agency that the clause names'),
  basis: [{ law: '行政处罚法', article: 23 }],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    const paper = penaltyPaper(file)
    if (agency === null || paper === null || !COUNTY_LEVEL.test(agency.name) || /市辖|直辖/u.test(agency.name)) return []
    const quoted = [paper, ...file.of('legal-basis-extract', 'investigation-report')].flatMap((document) => findAll(document, HIGHER))
    const [inLaw] = clauseTexts(file).flatMap(({ text }) => [...text.matchAll(new RegExp(HIGHER.source, 'gu'))])
    const inEveryLaw = clauseTexts(file).length > 0
    const found = inLaw ?? (inEveryLaw ? undefined : quoted[0]?.match)
    if (found === undefined || fileSays(file, /(?:执法|行政)委托|委托(?:执法|[^。；，]{0,12}(?:实施|行使|处罚))|受[^。；，]{2,24}(?:局|政府|委员会)(?:的)?委托|赋权|下放|派出机构|以[^。]{0,20}名义/u)) return []
    return [
      {
        message: said(
          `罚则规定“${found[0]}”，本案由县级的${agency.name}作出。`,
          `The clause says “${found[0]}”; ${agency.name} is a county’s agency.`,
        ),
        suggestion: said('报请或者移送有权的上级机关处理。', 'Refer the case to the level that the clause names.'),
        places: [...(quoted[0] === undefined ? [] : [quoted[0]]), agency.place],
      },
    ]
  },
}

const CONFLICT =
  /(?:管辖(?:权)?(?:存在|有|发生)?(?:争议|异议)|(?:归属|边界|交界|界线|行政区划)[^。；]{0,24}(?:争议|不明|未定|有异议|不清)|(?:均|都|也|同时|分别|已(?:于[^。]{0,16})?先行?)(?:已)?(?:对[^。，]{0,20})?立案(?!侦查)|(?:局|委员会|[支大]队|委)已?(?:于[^。，]{4,16})?(?:先)?(?:已)?(?:对|就)(?:同一|该|此|本)[^。，]{0,16}立案(?!侦查))/u

export const CONFLICT_WITHOUT_DESIGNATION: PrereviewRule = {
  id: '6.4-conflict-without-paper',
  questionId: '6.4',
  name: said('管辖争议无协商、指定材料', 'Conflict of jurisdiction without a paper'),
  basis: [{ law: '行政处罚法', article: 25 }],
  severity: 'C',
  check(file) {
    const resolved =
      file.files.some(({ name }) => /指定管辖|管辖协商|协商/u.test(name)) ||
      fileSays(file, /指定管辖(?:决定|通知)书[（(]?〔|经协商[^。]{0,20}由(?:本|我)|协商一致|指定(?:由)?(?:本|我)(?:局|机关)管辖/u)
    const places = file.documents
      .filter((document) => document.sure && document.kind !== 'legal-basis-extract')
      .flatMap((document) =>
        affirmed(document, CONFLICT).filter(
          ({ match }) =>
            !/条|如|可以|应当/u.test(denseText(document).slice(match.index - 2, match.index)) &&
            /局|委|队|机关|部门|政府|管辖/u.test(denseText(document).slice(Math.max(0, match.index - 24), match.index + match[0].length + 24)),
        ),
      )
    if (places.length === 0 || resolved) return []
    return [
      {
        message: said(
          `材料提到“${places[0]?.match[0] ?? ''}”，卷内没有协商或者指定管辖的材料。`,
          'The papers tell of a conflict of jurisdiction; no agreement or designation is in the file.',
        ),
        suggestion: said(
          '补充协商材料；协商不成的，报请共同的上一级机关指定管辖。',
          'Add the agreement, or ask the common superior to designate.',
        ),
        places: places.slice(0, 2),
      },
    ]
  },
}

const DESIGNATION =
  /(?:经|由|根据|按照)[^。，]{2,24}(?:局|委员会|厅|机关|政府)?指定(?:由)?(?:我|本)(?:局|机关|单位|委)?(?:管辖|办理|处理|查处)|指定管辖(?:决定|通知)书/u

export const DESIGNATION_MISSING: PrereviewRule = {
  id: '6.4-designation-missing',
  questionId: '6.4',
  name: said('指定管辖文书未入卷', 'Designation not in the file'),
  basis: [{ law: '行政处罚法', article: 25, paragraph: 2 }],
  severity: 'C',
  check(file) {
    const kept =
      file.files.some(({ name }) => /指定/u.test(name)) ||
      file.documents.some((document) => /指定管辖/u.test(denseText(document).slice(0, 40)))
    if (kept) return []
    const places = file
      .of('filing-form', 'investigation-report', 'decision', 'prior-notice', 'explanation')
      .filter(({ sure }) => sure)
      .flatMap((document) => affirmed(document, DESIGNATION).slice(0, 1))
    if (places.length === 0) return []
    return [
      {
        message: said(
          '材料称本案经上级指定管辖，指定管辖的文书没有入卷。',
          'The case is said to be designated by a superior; the paper is not in the file.',
        ),
        suggestion: said('补充指定管辖决定（通知）书。', 'Add the designation.'),
        places: places.slice(0, 2),
      },
    ]
  },
}

const OTHERS =
  /(?:不属于|不是|非)(?:我|本)(?:局|机关|委|单位|部门)(?:的)?(?:管辖|职责|职权|主管)|(?:属于|应(?:当)?由|归)[\p{Script=Han}]{2,16}(?:局|部门|机关|委员会|[总支大]队)(?:的)?(?:管辖|职责|职权|主管|查处|处理)(?:范围)?/u

/** What was seen besides (另发现自备井取水，没有取水许可证) and belongs to whoever looks after it. */
const SEEN_BESIDES =
  /(?:另|还|此外|同时|检查中)(?:外)?(?:又|还|另)?(?:发现|查明|查见|看到|了解到|反映)[^。]{4,90}/u
const SIDE_MATTERS =
  /取水|消防|环评|排污|社会保险|社保|工资|劳动合同|营业执照|许可证|违章建筑|违法建设|占道|偷税|发票|健康证|特种设备|锅炉|叉车|危险化学品|液化气|燃气|烟草|未成年|童工|特种作业/u
const NOT_IN_ORDER = /无|没有|未|不能提供|过期|超期|堵塞|擅自|非法|拖欠|私自/u

function sideMatters(file: CaseFile): readonly FoundWords[] {
  const dealtWith = file.of('decision', 'prior-notice', 'filing-form', 'correction-order').map(denseText).join('')
  return file
    .of('inspection-record', 'inquiry-record', 'investigation-report')
    .filter(({ sure }) => sure)
    .flatMap((document) =>
      findAll(document, SEEN_BESIDES).filter(({ match }) => {
        const matter = SIDE_MATTERS.exec(match[0])?.[0]
        return matter !== undefined && NOT_IN_ORDER.test(match[0]) && !dealtWith.includes(matter)
      }),
    )
}

export const OTHERS_MATTER: PrereviewRule = {
  id: '6.10-others-matter-not-transferred',
  questionId: '6.10',
  name: said('其他机关管辖的线索未移送', 'Another agency’s matter not passed on'),
  basis: [{ law: '行政处罚法', article: 26 }],
  severity: 'A',
  check(file) {
    const agency = actingAgency(file)
    if (
      fileSays(file, /(?:已|另|一并|函|将)(?:[^。；]{0,20})?(?:移送|移交|抄告|抄送|函告|转送|转交)|(?:移送|移交|抄告|函告)(?:函|书|给|至)/u)
    )
      return []
    const places = file
      .of('inspection-record', 'inquiry-record', 'investigation-report', 'decision', 'discussion-minutes', 'explanation')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        findAll(document, OTHERS).filter(({ match }) => {
          const before = denseText(document).slice(Math.max(0, match.index - 3), match.index)
          return (
            !before.endsWith('是否') &&
            (agency === null || !match[0].includes(agency.name)) &&
            !/公安机关(?:的)?(?:管辖|处理)$/u.test(match[0])
          )
        }),
      )
    places.push(...sideMatters(file))
    if (places.length === 0) return []
    return [
      {
        message: said(
          `材料提到“${places[0]?.match[0] ?? ''}”，没有移送（抄告）的记录。`,
          `The papers mention a matter of another agency (“${places[0]?.match[0] ?? ''}”) and no referral.`,
        ),
        suggestion: said('将线索移送有管辖权的机关，并附移送材料。', 'Pass it on and keep the paper.'),
        places: places.slice(0, 2),
      },
    ]
  },
}

export const AREA_RULES: readonly PrereviewRule[] = [
  PLACE_OUTSIDE_AREA,
  RECORD_OUTSIDE_AREA,
  TOWNSHIP_DECIDES,
  LEVEL_TOO_LOW,
  CONFLICT_WITHOUT_DESIGNATION,
  DESIGNATION_MISSING,
  OTHERS_MATTER,
]
