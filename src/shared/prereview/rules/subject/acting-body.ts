/** 1.1, 1.2, 1.6: which body acts, and under what name. */
import type { CaseFile } from '../../case-file.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { isRecognised } from '../case-parties.ts'
import { ofOneBranch } from '../authority/branches.ts'
import { OUTWARD_KINDS, RECORD_KINDS } from '../document-groups.ts'
import { compareNames, plainName } from '../same-name.ts'
import { findFirst, says } from '../../wording.ts'
import { delegatesOf } from './delegates.ts'
import { signingBodies, type SigningBody } from './signing-bodies.ts'

/** Agencies whose name ends like that of a section: 互联网信息办公室, 人民防空办公室, 街道办事处. */
const AGENCY_IN_SPITE_OF_NAME =
  /(互联网信息|网络安全和信息化[^，]*|人民防空|侨务|外事|港澳事务|台湾事务|金融工作|密码管理|国有资产[^，]*|知识产权|扶贫开发|机关事务)办公室$/u
const SECTION = /(股|科|室|处|中队|执法队|工作组|专班|领导小组|指挥部|整治办|联席会议)$/u
/** 处 alone also ends the names of bodies with powers of their own. */
const BODY_ENDING_WITH_CHU = /(管理处|办事处|海事处|监理处|稽查处|路政管理处)$/u

function isSection(name: string): boolean {
  const plain = plainName(name)
  return SECTION.test(plain) && !AGENCY_IN_SPITE_OF_NAME.test(plain) && !BODY_ENDING_WITH_CHU.test(plain)
}

function isDelegate(file: CaseFile, name: string): boolean {
  return delegatesOf(file).some((delegate) => compareNames(delegate.name, name) !== 'different')
}

/**
 * A section inside an agency has no powers of its own (行政处罚法 art. 17: agencies with the power, within their
 * competence); what it decides in its own name is void by art. 38.
 */
/** A team or centre is an agency of its own only where no bureau stands behind it in the same file. */
const TEAM = /(?:执法)?(?:大队|支队|总队|服务中心|执法中心|稽查局|执法局|监督所|管理所|(?:监督|监察|监测|检疫|检验|检查|管理|执法|服务|安全)站)$/u
const BUREAU = /(?:局|委员会|厅|人民政府|管委会)$/u

function isTeamOfBureau(file: CaseFile, name: string): boolean {
  if (!TEAM.test(plainName(name)) || plainName(name).endsWith('综合行政执法局')) return false
  const bureaus = new Set(
    file
      .of(...OUTWARD_KINDS, 'licence-application')
      .flatMap(signingBodies)
      .map((body) => plainName(body.name))
      .filter((other) => other !== plainName(name) && BUREAU.test(other) && ofOnePlace(other, name)),
  )
  return bureaus.size > 0
}

export const SECTION_ACTS_IN_OWN_NAME: PrereviewRule = {
  id: '1.1-section-in-own-name',
  questionId: '1.1',
  name: said('内设机构以自己名义对外作出文书', 'Internal section acts in its own name'),
  basis: [
    { law: '行政处罚法', article: 17 },
    { law: '行政处罚法', article: 38 },
  ],
  severity: 'F',
  check: (file) =>
    file.of(...OUTWARD_KINDS).flatMap((document): Suspicion[] => {
      const section = signingBodies(document).find(({ name }) => (isSection(name) || isTeamOfBureau(file, name)) && !isDelegate(file, name))
      if (section === undefined) return []
      const { name } = section
      return [
        {
          message: said(
            `文书以“${name}”名义作出，该单位系内设机构，不能以自己的名义对外作出。`,
            `The paper is made in the name of “${name}”, an internal section, which cannot act outwardly in its own name.`,
          ),
          suggestion: said(
            '改以具有法定职权的行政机关名义作出并加盖其印章。',
            'Make it in the name and under the seal of the agency that has the power.',
          ),
          places: [section],
          about: name,
        },
      ]
    }),
}

/** What goes out in the case's own name: a copied licence of another authority is none of it. */
const OWN_PAPERS = [...OUTWARD_KINDS.filter((kind) => kind !== 'licence-decision'), 'preservation-paper', 'test-notice'] as const

function issuerNames(file: CaseFile): readonly SigningBody[] {
  return file
    .of(...OWN_PAPERS)
    .flatMap(signingBodies)
    .filter((issuer) => !isRecognised(issuer))
    .map((issuer) => ({ ...issuer, name: plainName(issuer.name) }))
    .filter(({ name }) => !isSection(name) && !isDelegate(file, name))
}

/** Records are headed with the agency's name as well; what an old form prints there (安全生产监督管理局) is not its name any more. */
function headings(file: CaseFile): readonly SigningBody[] {
  return file
    .of(...RECORD_KINDS, 'filing-form', 'service-receipt', 'sampling-record', 'investigation-report')
    .flatMap((document) =>
      signingBodies(document)
        .filter((issuer) => document.sure && !isRecognised(issuer) && issuer.passage.page === 1 && issuer.passage.start < HEADING_END)
        .slice(0, 1),
    )
    .map((issuer) => ({ ...issuer, name: plainName(issuer.name) }))
    .filter(({ name }) => BUREAU_NAME.test(name) && !isSection(name) && !isDelegate(file, name))
}
/** The heading stands in the first characters of its page. */
const HEADING_END = 30
const BUREAU_NAME = /[县市区旗州盟省][^，。]{2,20}(?:局|委员会|厅)$/u

/** The name that most documents bear; of two that are equally frequent the longer one, which says more. */
function usualName(names: readonly SigningBody[]): SigningBody | undefined {
  const documentsWith = (wanted: string) =>
    new Set(names.filter(({ name }) => name === wanted).map(({ document }) => document)).size
  return names.toSorted(
    (one, other) => documentsWith(other.name) - documentsWith(one.name) || other.name.length - one.name.length,
  )[0]
}

/** Two names of one place (安陵县应急局, 安陵县应急管理局): of the same body, or of its forerunner. */
function ofOnePlace(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) || compareNames(one, other) === 'similar'
}

/**
 * The decision must bear the name of the agency and its seal (行政处罚法 art. 59): a short name, or that before a reform,
 * is not the name of the body on the seal.
 */
export const AGENCY_NAME_DIFFERS: PrereviewRule = {
  id: '1.2-agency-name-differs',
  questionId: '1.2',
  name: said('文书所署机关名称前后不一致', 'Agency is named differently in its papers'),
  basis: [
    { law: '行政处罚法', article: 59, paragraph: 1, item: 6 },
    { law: '行政处罚法', article: 59, paragraph: 2 },
  ],
  severity: 'C',
  check: (file) => {
    const issuers = issuerNames(file)
    const usual = usualName(issuers)
    if (usual === undefined) return []
    // the record of another agency of the place (公安局) is no slip of this one
    const names = [...issuers, ...headings(file).filter(({ name }) => ofOneBranch(name, usual.name) || compareNames(name, usual.name) === 'similar')]
    const others = new Map<string, SigningBody[]>()
    for (const one of names) {
      if (one.name === usual.name || !ofOnePlace(one.name, usual.name)) continue
      others.set(one.name, [...(others.get(one.name) ?? []), one])
    }
    return [...others].map(([name, places]) => ({
      message: said(
        `有文书署名“${name}”，其他文书署名“${usual.name}”。`,
        `A paper is issued by “${name}”, others by “${usual.name}”.`,
      ),
      suggestion: said(
        '核对机关法定全称和印章，统一文书署名。',
        'Check the full statutory name and the seal, and use it in every paper.',
      ),
      places: [...places, usual],
      about: name,
    }))
  },
}

/** Heading and signature of one paper must be of one body, the one whose seal it bears. */
export const HEADING_AND_SEAL_DIFFER: PrereviewRule = {
  id: '1.2-heading-and-seal-differ',
  questionId: '1.2',
  name: said('文书标题机关与落款机关不一致', 'Heading and signature name different bodies'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file.of(...OWN_PAPERS).flatMap((document): Suspicion[] => {
      const issuers = signingBodies(document).filter((issuer) => !isRecognised(issuer))
      const [head, foot] = [issuers[0], issuers.at(-1)]
      if (head === undefined || foot === undefined) return []
      if (compareNames(head.name, foot.name) !== 'different') return []
      if (isSection(foot.name) || isDelegate(file, foot.name)) return []
      return [
        {
          message: said(
            `标题所列机关为“${head.name}”，落款为“${foot.name}”。`,
            `The heading names “${head.name}”, the signature “${foot.name}”.`,
          ),
          suggestion: said(
            '核对作出文书的机关，落款与印章一致。',
            'Check which body makes the paper; signature and seal must agree.',
          ),
          places: [head, foot],
          about: foot.name,
        },
      ]
    }),
}

/**
 * A township or subdistrict has a power of penalty only as far as a published decision of the province hands it over
 * (行政处罚法 art. 24).
 */
export const TOWNSHIP_WITHOUT_HANDOVER: PrereviewRule = {
  id: '1.6-no-handover-to-township',
  questionId: '1.6',
  name: said('乡镇（街道）作出处罚，未见省级赋权依据', 'Township penalises without a handover by the province'),
  basis: [
    { law: '行政处罚法', article: 24, paragraph: 1 },
    { law: '行政处罚法', article: 24, paragraph: 2 },
  ],
  severity: 'F',
  check: (file) => {
    // 城乡规划法 gives townships the rural buildings themselves
    const handedOver = file.documents.some((document) =>
      says(document, /赋权|交由[^。]{0,30}(乡镇|街道|镇人民政府|办事处)|下放|(?:执法|行政)委托|委托(?:执法|[^。；，]{0,12}(?:实施|行使|处罚))|受[^。；，]{2,24}(?:局|政府|委员会)(?:的)?委托|省人民政府(关于|决定)|城乡规划法/u),
    )
    if (handedOver) return []
    return file.of('decision', 'prior-notice').flatMap((document): Suspicion[] => {
      const issuer = signingBodies(document).find(({ name }) => /([乡镇]人民政府|街道办事处)$/u.test(plainName(name)))
      if (issuer === undefined) return []
      return [
        {
          message: said(
            `处罚以“${issuer.name}”名义作出，案卷中未见省级决定将该项处罚权交由其行使。`,
            `The penalty is in the name of “${issuer.name}”; the file shows no decision of the province handing this power over.`,
          ),
          suggestion: said(
            '附省级赋权决定及公布凭证，核对本事项是否在赋权清单内；不在的移送有权机关。',
            'Add the published decision and check that this item is on its list; if not, transfer the case.',
          ),
          places: [issuer],
          about: issuer.name,
        },
      ]
    })
  },
}

const NOT_ON_LIST =
  /(?:未|不|没有)(?:列入|纳入|在|属于|包含在|包括在)[^，。；]{0,24}(?:赋权|下放|交由|委托乡镇|镇街)[^，。；]{0,12}|(?:赋权|下放|交由乡镇)[^，。；]{0,16}(?:清单|目录|事项)[^，。；]{0,10}(?:不含|未列|没有|未包括|不包括|未包含)[^，。；]{0,20}/u

/** The province hands over items, not power as such (行政处罚法 art. 24): what is not on the list stays with the county. */
export const ITEM_NOT_HANDED_OVER: PrereviewRule = {
  id: '1.6-item-not-handed-over',
  questionId: '1.6',
  name: said('处罚事项不在赋权清单内', 'Item not on the list of what was handed over'),
  basis: [{ law: '行政处罚法', article: 24, paragraph: 1 }],
  severity: 'F',
  check: (file) => {
    for (const document of file.documents) {
      const words = findFirst(document, NOT_ON_LIST)
      if (words === null) continue
      return [
        {
          message: said(
            '材料显示本事项不在交由乡镇（街道）行使的清单内。',
            'The papers say that this item is not on the list handed over to townships.',
          ),
          suggestion: said('移送有权机关处理。', 'Transfer the case to the agency that has the power.'),
          places: [words],
        },
      ]
    }
    return []
  },
}

const CONCENTRATED =
  /(?:已|自[^，。；]{2,16}起|由)[^，。；]{0,24}(?:划转|划入|移交|集中)(?:至|到|给|由)?(?<body>[^，。；]{2,20}?(?:综合行政执法局|城市管理局|综合执法局|城市管理综合行政执法局))[^，。；]{0,10}/u

/** Where power was concentrated in one body, the agencies it came from must not use it any more (行政处罚法 art. 18). */
export const POWER_CONCENTRATED_ELSEWHERE: PrereviewRule = {
  id: '1.7-power-concentrated-elsewhere',
  questionId: '1.7',
  name: said('处罚权已相对集中，原机关仍作出处罚', 'Power was concentrated in another body'),
  basis: [{ law: '行政处罚法', article: 18, paragraph: 2 }],
  severity: 'F',
  check: (file) => {
    const issuers = file.of('decision', 'prior-notice').flatMap(signingBodies)
    const [issuer] = issuers
    if (issuer === undefined) return []
    for (const document of file.documents) {
      const words = findFirst(document, CONCENTRATED)
      const body = words?.match.groups?.['body'] ?? ''
      if (
        words === null ||
        issuers.some(({ name }) => name.endsWith(body.slice(-6)) || compareNames(name, body) !== 'different')
      )
        continue
      return [
        {
          message: said(
            `材料显示该项处罚权已集中由“${body}”行使，处罚却以“${issuer.name}”名义作出。`,
            `The papers say that this power was concentrated in “${body}”; the penalty is by “${issuer.name}”.`,
          ),
          suggestion: said(
            '核对相对集中行政处罚权的批准文件，移送有权机关。',
            'Check the approval of the concentration and transfer the case.',
          ),
          places: [words, issuer],
        },
      ]
    }
    return []
  },
}

export const ACTING_BODY_RULES: readonly PrereviewRule[] = [
  SECTION_ACTS_IN_OWN_NAME,
  AGENCY_NAME_DIFFERS,
  HEADING_AND_SEAL_DIFFER,
  TOWNSHIP_WITHOUT_HANDOVER,
  ITEM_NOT_HANDED_OVER,
  POWER_CONCENTRATED_ELSEWHERE,
]
