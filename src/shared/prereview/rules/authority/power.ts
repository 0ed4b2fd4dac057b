/** 6.3, 6.5, 6.6, 6.8: powers that only certain organs have. */
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import { affirmed, fileSays, penaltyPaper } from '../facts/case-sections.ts'
import { basisOf, clausesOf, governingDay, operativeStart, operativeText } from '../law/clauses.ts'
import { compareNames } from '../same-name.ts'
import { BRANCHES } from './branches.ts'
import { actingAgency } from './places.ts'

export const DETENTION_BY_OTHERS: PrereviewRule = {
  id: '6.5-detention-by-others',
  questionId: '6.5',
  name: said('非公安机关决定拘留', 'Detention by another organ than the police'),
  basis: [{ law: '行政处罚法', article: 18, paragraph: 3 }],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    if (agency === null || /公安|海警|国家安全|出入境/u.test(agency.name)) return []
    return file
      .of('decision', 'prior-notice')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const start = operativeStart(document)
        const found = findAll(document, /(?:处以?|给予|决定|予以)(?:行政)?拘留[0-9一二三四五六七八九十]*日?/u).find(
          ({ match }) =>
            match.index >= start && !/移送|公安机关/u.test(denseText(document).slice(Math.max(0, match.index - 40), match.index)),
        )
        if (found === undefined) return []
        return [
          {
            message: said(
              `${agency.name}决定“${found.match[0]}”，限制人身自由的处罚只能由公安机关和法律规定的其他机关行使。`,
              `${agency.name} orders detention; only the police and organs named by law may.`,
            ),
            suggestion: said('删去该项处罚，将案件移送公安机关。', 'Drop it and refer the case to the police.'),
            places: [found],
          },
        ]
      })
      .slice(0, 1)
  },
}

const REVOKED =
  /(吊销|撤销)(?:你[^，。；]{0,10}的?|当事人的?)?《?([\p{Script=Han}（）()]{0,20}?(?:许可证|营业执照|资质证书|资格证书|执照|登记证书|经营证))》?/u

/** 淮北市… above 相山区…: by the level that the name begins with. */
function standsAbove(one: string, other: string): boolean {
  const level = (name: string): number => {
    const part = /^[^局委厅]{1,12}?(省|自治区|州|盟|市|县|区|旗)/u.exec(name)?.[1] ?? ''
    return /省|自治区/u.test(part) ? 3 : /市|州|盟/u.test(part) ? 2 : part === '' ? 0 : 1
  }
  return level(one) > 0 && level(other) > 0 && level(one) > level(other)
}

export const REVOCATION_BY_OTHERS: PrereviewRule = {
  id: '6.5-revoked-by-another-organ',
  questionId: '6.5',
  name: said('非发证机关吊销、撤销许可证件', 'Revoked by another organ than the one that issued'),
  basis: [
    { law: '行政处罚法', article: 17 },
    { law: '行政处罚法', article: 18 },
    { law: '行政许可法', article: 69 },
  ],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    const paper = penaltyPaper(file)
    const revoked = paper === null ? null : REVOKED.exec(operativeText(paper))
    if (agency === null || paper === null || revoked === null) return []
    const place = findAll(paper, REVOKED).at(-1) ?? titlePlace(paper)
    if (/由(?:原)?发证(?:机关|部门)|提请|建议|报请/u.test(operativeText(paper).slice(Math.max(0, revoked.index - 24), revoked.index + 20)))
      return []
    const licence = revoked[2] ?? ''
    const business = /营业执照/u.test(licence) && !/市场监督|工商|行政审批|政府/u.test(agency.name)
    const issuers = file
      .of('identity-papers', 'other')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const text = denseText(document)
        return findAll(
          document,
          /(?:发证|颁发|核发|许可)(?:机关|部门|单位)(?:（[^）]*）)?[:：]([\p{Script=Han}]{4,24}?(?:局|委员会|厅|政府|中心|部门|部))/u,
        ).filter(({ match }) => {
          // Several licences in one file: the heading before the issuer names its own.
          const before = text.slice(0, match.index)
          const named = [...before.matchAll(/[\p{Script=Han}]{0,12}(?:许可证|营业执照|资质证书|身份证)/gu)].at(-1)?.[0] ?? ''
          return licence.length < 3 || named === '' || named.slice(-3) === licence.slice(-3)
        })
      })
    const others = issuers.filter(
      ({ match }) => compareNames(match[1] ?? '', agency.name) === 'different' && !/行政审批|政务/u.test(`${match[1]}${agency.name}`),
    )
    const verb = revoked[1] ?? '吊销'
    // what was granted wrongly is taken back by who granted it or by who stands above (行政许可法 art. 69)
    if (verb === '撤销' && others.some(({ match }) => standsAbove(agency.name, match[1] ?? ''))) return []
    if (!business && (issuers.length === 0 || others.length < issuers.length)) return []
    return [
      {
        message: business
          ? said(
              `${agency.name}决定吊销营业执照，吊销营业执照由登记机关决定。`,
              `${agency.name} revokes a business licence, which is the registration authority’s to revoke.`,
            )
          : said(
              `${agency.name}决定${verb}${licence}，该证件由${others[0]?.match[1] ?? ''}颁发。`,
              `${agency.name} revokes a licence that ${others[0]?.match[1] ?? ''} issued.`,
            ),
        suggestion: said(
          '核对法律规定的吊销（撤销）机关；应当由发证机关（许可机关及其上级）处理的，提出建议并移送。',
          'Check who may revoke; pass the case to the issuing authority with a proposal.',
        ),
        places: [place, ...others.slice(0, 1)],
        ...(business ? {} : { answer: 'cannotTell' as const }),
      },
    ]
  },
}

export const CLOSURE_WITHOUT_APPROVAL: PrereviewRule = {
  id: '6.6-closure-without-approval',
  questionId: '6.6',
  name: said('责令停业、关闭未报政府批准', 'Closure without the government’s approval'),
  basis: [{ law: '行政处罚法', article: 38, paragraph: 2 }],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null) return []
    const closing = /责令(?:你[^，。；]{0,8})?(?:停业|关闭)(?!整顿|整治)/u
    const found = closing.exec(operativeText(paper))
    const clauses = basisOf(paper).flatMap((citation) => clausesOf(file, citation, governingDay(file, paper)))
    const quoted = file.documents.some((document) => says(document, /报经?有批准权的(?:地方)?人民政府批准/u))
    if (found === null || (!clauses.some(({ governmentApproval }) => governmentApproval) && !quoted)) return []
    if (
      fileSays(
        file,
        /(?:经|报|已)[^。；]{0,24}人民政府[^。；]{0,12}(?:批准|同意|批复)(?!，责令停业、关闭)|人民政府[^。]{0,20}(?:批复|批准文件)/u,
      )
    )
      return []
    return [
      {
        message: said(
          '决定责令停业（关闭），罚则要求报经有批准权的人民政府批准，卷内没有批准材料。',
          'The business is closed; the clause asks for a people’s government’s approval, and none is in the file.',
        ),
        suggestion: said('先报有批准权的人民政府批准，将批准文件附卷。', 'Get the approval first and file it.'),
        places: [findFirst(paper, closing) ?? titlePlace(paper)],
        unverified: clauses.some(({ verified }) => !verified),
      },
    ]
  },
}

/** An order to a bank, not a word about one. */
const ORDERS_TRANSFER = /决定[^。；]{0,40}(?:划拨|扣划|扣缴|划扣)|(?:请|予以)(?:你(?:行|社|单位))?[^。；]{0,10}协助(?:划拨|扣划|扣缴)|协助(?:划拨|扣划)[^。；]{0,6}通知书/u

export const SELF_EXECUTED: PrereviewRule = {
  id: '6.8-executed-without-power',
  questionId: '6.8',
  name: said('没有强制执行权而自行执行', 'Executed without the power'),
  basis: [
    { law: '行政强制法', article: 13 },
    { law: '行政强制法', article: 53 },
  ],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    return file
      .of('execution-decision', 'payment-receipt', 'urging-notice', 'other')
      .filter((document) => document.sure && (document.kind === 'execution-decision' || ORDERS_TRANSFER.test(denseText(document))))
      .flatMap((document) => {
        const name = document.facts.agencies.find(({ role }) => role === 'issuer')?.name ?? agency?.name ?? ''
        if (name === '' || /税务|海关|公安|社会保险|人民政府/u.test(name)) return []
        const [found] = affirmed(document, /(?:强制)?(?:划拨|扣划|扣缴|划扣|提取)(?:你[^，。]{0,10}|其[^，。]{0,10})?(?:的)?(?:存款|汇款|账户|款项|银行|工资|资金)/u)
        if (found === undefined || says(document, /申请人民法院/u)) return []
        return [
          {
            message: said(
              `${name}决定“${found.match[0]}”，划拨存款应当由法律授权的机关实施；没有强制执行权的，申请人民法院强制执行。`,
              `${name} orders a transfer from an account; without a power given by a law the court must be asked.`,
            ),
            suggestion: said('撤销该执行决定，在期限内申请人民法院强制执行。', 'Withdraw it and apply to the court in time.'),
            places: [found],
          },
        ]
      })
  },
}

export const DEMOLITION_WITHOUT_GOVERNMENT: PrereviewRule = {
  id: '6.8-demolition-without-government',
  questionId: '6.8',
  name: said('强制拆除没有政府责成', 'Demolition without the government’s order'),
  basis: [
    { law: '城乡规划法', article: 68 },
    { law: '行政强制法', article: 13 },
  ],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    const planning = file.documents.some(({ kind, facts }) => kind !== 'legal-basis-extract' && facts.citations.some(({ law }) => /城乡规划法/u.test(law)))
    if (!planning || fileSays(file, /责成|人民政府[^。；]{0,24}(?:批准|同意|决定|授权)[^。；]{0,12}(?:强制)?拆除|申请人民法院强制执行/u)) return []
    return file
      .of('execution-decision')
      .filter((document) => document.sure && says(document, /拆除/u))
      .flatMap((document) => {
        const name = document.facts.agencies.find(({ role }) => role === 'issuer')?.name ?? agency?.name ?? ''
        if (name === '' || /人民政府|法院/u.test(name)) return []
        return [
          {
            message: said(
              `${name}自行决定强制拆除，案卷中没有县级以上地方人民政府责成有关部门强制拆除的文件。`,
              `${name} orders the demolition itself; no paper shows that the people’s government charged it to do so.`,
            ),
            suggestion: said('报请本级人民政府责成，将责成文件附卷。', 'Ask the government for its order and file it.'),
            places: [titlePlace(document)],
          },
        ]
      })
  },
}

export const ACCIDENT_REPORT_UNAPPROVED: PrereviewRule = {
  id: '6.6-accident-report-unapproved',
  questionId: '6.6',
  name: said('事故调查报告没有政府批复', 'Accident report without the government’s approval'),
  basis: [{ law: '生产安全事故报告和调查处理条例', article: 32 }],
  severity: 'F',
  check(file) {
    const report = file.documents.find(
      (document) =>
        document.sure && /事故调查(?:组)?报告/u.test(`${document.facts.title?.text ?? ''}${denseText(document).slice(0, 80)}`) && says(document, /事故/u),
    )
    if (report === undefined || penaltyPaper(file) === null) return []
    if (fileSays(file, /批复|人民政府[^。；]{0,20}(?:批准|同意|批转|审定)[^。；]{0,20}(?:报告|结案)/u) || file.files.some(({ name }) => /批复/u.test(name)))
      return []
    return [
      {
        message: said(
          '依据事故调查报告处罚，卷内没有负责事故调查的人民政府对该报告的批复。',
          'The penalty rests on an accident report; the approval of the government in charge of the inquiry is not in the file.',
        ),
        suggestion: said('按照人民政府的批复实施处罚，将批复附卷。', 'Punish by the approval of the government, and file it.'),
        places: [titlePlace(report)],
      },
    ]
  },
}

const GENERAL = /综合(?:行政)?执法|城市管理|行政审批|人民政府|管理委员会|办事处|管委会/u

const BY_WHOM =
  /由(?:县级以上|所在地|当地|城市)?(?:地方)?(?:各级)?(?:人民政府)?(?:的)?([\p{Script=Han}（）、]{2,30}?)(?:主管)?(?:部门|机构)(?:按照职责(?:分工)?|依据职权|依法)?(?:责令|处以?|给予|没收|吊销|予以)/u

export const ANOTHER_BRANCH: PrereviewRule = {
  id: '6.3-another-branch',
  questionId: '6.3',
  name: said('罚则的执法主体是其他部门', 'The clause names another branch'),
  basis: [
    { law: '行政处罚法', article: 17 },
    { law: '行政处罚法', article: 38, paragraph: 1 },
  ],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    const paper = penaltyPaper(file)
    if (agency === null || paper === null || GENERAL.test(agency.name)) return []
    const own = BRANCHES.filter(([, pattern]) => pattern.test(agency.name)).map(([branch]) => branch)
    if (own.length === 0 || fileSays(file, /(?:执法|行政)委托|委托(?:执法|[^。；，]{0,12}(?:实施|行使|处罚))|受[^。；，]{2,24}(?:局|政府|委员会)(?:的)?委托|相对集中|划转|综合执法|授权[^。]{0,10}行使|权责清单|机构改革/u)) return []
    const day = governingDay(file, paper)
    const cited = basisOf(paper)
    const inLaw = cited.flatMap((citation) => {
      const entry = file.laws.find(citation.law)
      const version = entry === null ? null : file.laws.versionOn(entry, day)
      const shape =
        entry === null || version === null || citation.article === null ? null : file.laws.article(entry, version, citation.article)
      return shape === null || shape === 'missing'
        ? []
        : shape.paragraphs
            .filter((_, index) => citation.paragraph === null || citation.paragraph === index + 1)
            .map(({ text }) => text.replace(/\s/gu, ''))
    })
    const quoted = findFirst(paper, BY_WHOM)
    const texts = [...inLaw, ...(quoted === null ? [] : [quoted.match[0]])]
    const named = texts.flatMap((text) => [...text.matchAll(new RegExp(BY_WHOM.source, 'gu'))].map((match) => match[1] ?? ''))
    const branches = named.map((words) => BRANCHES.filter(([, pattern]) => pattern.test(words)).map(([branch]) => branch))
    // A clause that names nobody known, or this branch among others, says nothing against it.
    if (named.length === 0 || branches.some((list) => list.length === 0 || list.some((branch) => own.includes(branch)))) return []
    return [
      {
        message: said(
          `所引罚则规定由“${named[0]}”部门处理，本案由${agency.name}作出。`,
          `The clause puts the matter with “${named[0]}”; ${agency.name} decides.`,
        ),
        suggestion: said(
          '核对权责清单；不属于本机关职责的，移送有权机关。',
          'Check the list of powers; refer the case where it is not this agency’s.',
        ),
        places: [...(quoted === null ? [titlePlace(paper)] : [quoted]), agency.place],
      },
    ]
  },
}

const POWER_MOVED =
  /(?:处罚权|执法权|职责|职权)[^。；]{0,24}(?:已|自[^。]{0,16}起)[^。；]{0,10}(?:划转|划入|移交|下放|交由|调整)(?:至|给|到|由)?[^。；]{0,24}(?:局|镇|街道|委员会|支队|大队)|自[^。；]{4,20}起[^。；]{0,40}(?:处罚权|执法权|职责|职权)[^。；]{0,10}(?:划转|划入|移交|下放|交由|调整)(?:至|给|到|由)?[^。；]{0,24}?(?:局|镇|街道|委员会|支队|大队)/u

export const POWER_MOVED_ON: PrereviewRule = {
  id: '6.7-power-moved-on',
  questionId: '6.7',
  name: said('处罚权已划转、下放', 'The power has moved on'),
  basis: [
    { law: '行政处罚法', article: 18 },
    { law: '行政处罚法', article: 24 },
  ],
  severity: 'F',
  check(file) {
    const agency = actingAgency(file)
    if (agency === null) return []
    return file.documents
      .filter((document) => document.sure && document.kind !== 'enforcement-delegation')
      .flatMap((document) =>
        affirmed(document, POWER_MOVED)
          .filter(({ match }) => !match[0].includes(agency.name) && !/本局|我局|本机关/u.test(match[0].slice(-12)))
          .slice(0, 1)
          .map((place) => ({
            message: said(
              `材料显示“${place.match[0]}”，本案仍由${agency.name}作出。`,
              `The papers say that the power has moved on; ${agency.name} still decides.`,
            ),
            suggestion: said(
              '核对划转、下放的文件和生效日期，由现有权机关处理。',
              'Check the transfer and its date; the agency that now has the power must act.',
            ),
            places: [place, agency.place],
          })),
      )
      .slice(0, 1)
  },
}

export const POWER_RULES: readonly PrereviewRule[] = [
  ANOTHER_BRANCH,
  DETENTION_BY_OTHERS,
  REVOCATION_BY_OTHERS,
  CLOSURE_WITHOUT_APPROVAL,
  POWER_MOVED_ON,
  SELF_EXECUTED,
  DEMOLITION_WITHOUT_GOVERNMENT,
  ACCIDENT_REPORT_UNAPPROVED,
]
