/** 1.8, 1.10: is the party (当事人) the right one, and does it still exist? */
import type { CaseFile } from '../../case-file.ts'
import { onceADocumentAnd } from '../../once-a-document.ts'
import { placeAt, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { isPersonName } from '../../../facts/person-names.ts'
import { findAll, findFirst, says } from '../../wording.ts'
import { addressedParties, isRecognised, partiesOf, sameParty, type NamedParty } from '../case-parties.ts'
import { DECISION_KINDS, FIELD_KINDS } from '../document-groups.ts'
import { linesOf } from '../printed-lines.ts'
import { compareNames, plainName } from '../same-name.ts'

/** Also known by another's name: the operator of a shop, the representative of a firm that is named beside. */
function standsFor(one: NamedParty, other: NamedParty): boolean {
  const { legalRepresentative: ofOne } = one.fact
  const { legalRepresentative: ofOther } = other.fact
  return (
    (ofOne !== null && compareNames(ofOne.name, other.fact.name) === 'same') ||
    (ofOther !== null && compareNames(ofOther.name, one.fact.name) === 'same')
  )
}

/** A form for several parties lists them: 当事人：一、……公司；二、李四. His name as somebody's representative is no such listing. */
const listsParty = onceADocumentAnd((document, name) =>
  linesOf(document).some(({ dense }) => {
    const at = dense.indexOf(name)
    if (at < 0 || !/当事人|嫌疑|涉案(?:单位|人员)|被调查/u.test(dense)) return false
    const before = dense.slice(0, at)
    return (
      /(?:[一二三四五六七八九十]|[1-9])[、.．]$|[；;、，,：:]$/u.test(before) &&
      !/(?:代表人|负责人|经营者)[：:]?$/u.test(before)
    )
  }),
)

/** Somebody whom the investigation never names is punished. */
function strangers(file: CaseFile, investigated: readonly NamedParty[], listed = true): Suspicion[] {
  const named = investigated.filter((party) => !isRecognised(party))
  const [first] = named
  if (first === undefined) return []
  return addressedParties(file)
    .filter(({ document }) => DECISION_KINDS.includes(document.kind) || document.kind === 'prior-notice')
    // a bank that is asked to help is no party
    .filter(({ document }) => !/协助/u.test(document.facts.title?.text ?? document.text.slice(0, 60)))
    .filter((party) => !listed || !file.of(...FIELD_KINDS).some((document) => listsParty(document, party.fact.name)))
    .filter((party) => !named.some((other) => sameParty(other.fact, party.fact) || standsFor(other, party)))
    .map((party) => ({
      message: said(
        `决定（告知）的当事人为“${party.fact.name}”，调查材料指向的是“${first.fact.name}”。`,
        `The act is addressed to “${party.fact.name}”; the investigation concerns “${first.fact.name}”.`,
      ),
      suggestion: said(
        '查明实施行为、承担责任的主体，更正当事人或者补充证据。',
        'Find out who did the act and answers for it; correct the party or add evidence.',
      ),
      places: [party, first],
      about: party.fact.name,
    }))
}

/** Only who did the act is punished, on facts found against him (行政处罚法 art. 40). */
export const PARTY_NOT_INVESTIGATED: PrereviewRule = {
  id: '1.8-party-not-investigated',
  questionId: '1.8',
  name: said('处罚的当事人与调查的当事人不一致', 'Another party is punished than was investigated'),
  basis: [
    { law: '行政处罚法', article: 40 },
    { law: '行政处罚法', article: 59, paragraph: 1, item: 1 },
  ],
  severity: 'F',
  check: (file) => strangers(file, partiesOf(file.of(...FIELD_KINDS))),
}

/** The licence copied for the case is somebody else's. */
export const PARTY_NOT_THE_LICENSEE: PrereviewRule = {
  id: '1.8-party-not-the-licensee',
  questionId: '1.8',
  name: said('当事人与证照主体不一致', 'Party is not the one of the licence'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 1 }],
  severity: 'F',
  check: (file) => {
    const entities = partiesOf(file.of('identity-papers')).filter(({ fact }) => fact.kind === 'entity')
    const about = addressedParties(file).some(({ fact }) => fact.kind === 'entity')
    // that the forms name him as the party does not make the licence his
    return about ? strangers(file, entities, false) : []
  },
}

/** Who received the notice must be who is punished: the hearing of one party is none of another (行政处罚法 art. 44). */
export const NOTIFIED_ANOTHER: PrereviewRule = {
  id: '1.8-notified-another',
  questionId: '1.8',
  name: said('告知的当事人与处罚的当事人不一致', 'Notice went to another party'),
  basis: [{ law: '行政处罚法', article: 44 }],
  severity: 'F',
  check: (file) => {
    const notified = partiesOf(file.of('prior-notice'))
    if (notified.length === 0) return []
    return partiesOf(file.of('decision'))
      .filter(
        (party) =>
          !isRecognised(party) &&
          !notified.some(
            (other) => isRecognised(other) || sameParty(other.fact, party.fact) || standsFor(other, party),
          ),
      )
      .map((party) => ({
        message: said(
          `决定书的当事人“${party.fact.name}”没有收到事先告知，告知书的当事人是“${notified[0]?.fact.name}”。`,
          `The decision's party “${party.fact.name}” was not notified; the notice went to “${notified[0]?.fact.name}”.`,
        ),
        suggestion: said(
          '查明当事人；对未经告知的当事人，应当重新告知。',
          'Find out who the party is; one who was not notified must be notified first.',
        ),
        places: [party, ...notified.slice(0, 1)],
        about: party.fact.name,
      }))
  },
}

/** A shop name stands for the person who runs it, who must be named (个体工商户的经营者). */
export const OPERATOR_NOT_NAMED: PrereviewRule = {
  id: '1.8-operator-not-named',
  questionId: '1.8',
  name: said('个体工商户未注明经营者', 'Sole trader without its operator'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 1 }],
  severity: 'C',
  check: (file) =>
    addressedParties(file).flatMap((party): Suspicion[] => {
      const { document, fact } = party
      if (!DECISION_KINDS.includes(document.kind) && document.kind !== 'prior-notice') return []
      const soleTrader =
        fact.kind === 'entity' &&
        (says(document, /个体工商户|个体户/u) || fact.codes.some(({ text }) => text.startsWith('92')))
      if (!soleTrader || fact.legalRepresentative !== null || says(document, /经营者|业主|负责人|投资人/u)) return []
      return [
        {
          message: said(
            `当事人“${fact.name}”为个体工商户，文书没有注明经营者。`,
            `“${fact.name}” is a sole trader; the paper does not name its operator.`,
          ),
          suggestion: said(
            '以营业执照登记的字号为当事人，并注明经营者的姓名和身份号码。',
            'Name the trade name of the licence and, beside it, the operator with the identity number.',
          ),
          places: [party],
          about: fact.name,
        },
      ]
    }),
}

/** A company acts through its legal representative; he is not the party unless the law punishes those responsible too. */
export const REPRESENTATIVE_PUNISHED: PrereviewRule = {
  id: '1.8-representative-punished',
  questionId: '1.8',
  name: said('将单位行为的责任归于法定代表人个人', 'Representative punished for the company'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'F',
  check: (file) => {
    const companies = partiesOf(file.of(...FIELD_KINDS, 'identity-papers')).filter(({ fact }) =>
      plainName(fact.name).endsWith('公司'),
    )
    const addressed = addressedParties(file)
    if (addressed.some(({ fact }) => fact.kind === 'entity')) return []
    return addressed.flatMap((party): Suspicion[] => {
      const company = companies.find((one) => standsFor(one, party))
      if (company === undefined || says(party.document, /直接(负责的主管人员|责任人员)|主要负责人|实际控制人/u))
        return []
      return [
        {
          message: said(
            `行为主体为“${company.fact.name}”，处罚对象却是其法定代表人${party.fact.name}个人。`,
            `The act is that of “${company.fact.name}”, but its representative ${party.fact.name} is punished.`,
          ),
          suggestion: said(
            '以单位为当事人；法律规定处罚责任人员的，写明依据。',
            'Make the company the party; where the law punishes those responsible, cite it.',
          ),
          places: [party, company],
          about: party.fact.name,
        },
      ]
    })
  },
}

const ENDED = /注销|解散|终止经营并清算|宣告破产|吸收合并|被合并/u
const NOT_THE_BODY =
  /许可证|备案|资格证|商标|账户|户口|案件|合同|未注销|不得|没有注销|尚未|拟|申请注销|非正常户|吊销|应当|可以/u

/** Where a line says that the registration of a party with one of these names, each on its line, has ended. */
const endOf = onceADocumentAnd((document, namesOnLines): Place | null => {
  const names = namesOnLines.split('\n')
  if (!ENDED.test(document.text) && !/清算/u.test(document.text)) return null
  for (const line of linesOf(document)) {
    const status = /(?:登记|经营|主体|企业|存续|营业)\s*状态\s*[：:\t]?\s*(?:已?注销|解散|清算)/u.exec(line.text)
    if (status !== null)
      return placeAt(document, line.start + status.index, line.start + status.index + status[0].length)
    for (const sentence of line.text.matchAll(/[^。；]+/gu)) {
      const [words] = sentence
      const ended = ENDED.exec(words)
      if (ended === null || NOT_THE_BODY.test(words)) continue
      const before = words.slice(0, ended.index + ended[0].length)
      const subject =
        names.some((name) => before.includes(name)) ||
        /^[\s　]*(?:经查，?)?(?:当事人|你(?:单位|公司|店|厂)|该(?:公司|店|厂|单位|企业))/u.test(before)
      if (!subject) continue
      const start = line.start + sentence.index
      return placeAt(document, start, start + words.length)
    }
  }
  return null
})

/** A legal person whose registration is cancelled has ended (民法典 art. 68, 72, 73); it cannot be a party any more. */
export const PARTY_ENDED: PrereviewRule = {
  id: '1.10-party-ended',
  questionId: '1.10',
  name: said('当事人已注销或者终止', 'Party is dissolved'),
  basis: [
    { law: '民法典', article: 67 },
    { law: '民法典', article: 72, paragraph: 3 },
  ],
  severity: 'F',
  check: (file) => {
    const addressed = addressedParties(file).filter(({ fact }) => fact.kind === 'entity')
    const names = [...new Set(addressed.map(({ fact }) => plainName(fact.name)))].join('\n')
    const [party] = addressed
    if (party === undefined) return []
    for (const document of file.documents) {
      const end = endOf(document, names)
      if (end === null) continue
      return [
        {
          message: said(
            `案卷材料显示当事人“${party.fact.name}”已经注销（终止）。`,
            `The file shows that “${party.fact.name}” no longer exists.`,
          ),
          suggestion: said(
            '查明权利义务的承受主体（合并、分立后的单位，清算义务人，个体工商户的经营者），依法确定当事人或者终止处理。',
            'Find out who succeeds to its duties and name that party, or end the case.',
          ),
          places: [end, party],
        },
      ]
    }
    return []
  },
}

/** A project department or a workshop is registered nowhere: its company answers (民法典 art. 74 para 2). */
export const PARTY_WITHOUT_STANDING: PrereviewRule = {
  id: '1.10-party-without-standing',
  questionId: '1.10',
  name: said('以未登记的内部机构为当事人', 'Unregistered part of a company as party'),
  basis: [{ law: '民法典', article: 74, paragraph: 2 }],
  severity: 'F',
  check: (file) =>
    addressedParties(file)
      .filter(({ fact }) =>
        /(项目部|项目经理部|筹备处|筹建处|工程处|车间|柜组|工地|施工队)$/u.test(plainName(fact.name)),
      )
      .map((party) => ({
        message: said(
          `当事人“${party.fact.name}”是单位的内部机构，没有登记，不能独立承担责任。`,
          `“${party.fact.name}” is an unregistered part of a company and cannot answer for itself.`,
        ),
        suggestion: said('以设立它的法人为当事人。', 'Make the legal person that set it up the party.'),
        places: [party],
        about: party.fact.name,
      })),
}

/** A branch answers only with what it manages; the company bears the rest, so the file must show both (民法典 art. 74). */
export const BRANCH_WITHOUT_COMPANY: PrereviewRule = {
  id: '1.10-branch-without-company',
  questionId: '1.10',
  name: said('以分支机构为当事人，未查明所属法人和登记情况', 'Branch as party without its company'),
  basis: [{ law: '民法典', article: 74, paragraph: 2 }],
  severity: 'F',
  check: (file) =>
    addressedParties(file)
      .filter(
        ({ fact, document }) =>
          DECISION_KINDS.includes(document.kind) && /(分公司|分店|分厂|分社)$/u.test(plainName(fact.name)),
      )
      .filter(({ fact }) => fact.codes.length === 0)
      .filter(() => !file.documents.some((document) => says(document, /营业执照|总公司|隶属|所属法人|设立该分/u)))
      .map((party) => ({
        message: said(
          `当事人“${party.fact.name}”是分支机构，案卷中没有其营业执照和所属法人的材料。`,
          `“${party.fact.name}” is a branch; the file has neither its licence nor its company.`,
        ),
        suggestion: said(
          '补充分支机构的登记材料；没有登记的，以所属法人为当事人。',
          'Add its registration; without one the company is the party.',
        ),
        places: [party],
        answer: 'cannotTell' as const,
        about: party.fact.name,
      })),
}

const ANOTHER_DID =
  /(?:是|由)(?:房东|业主|老板|原(?:业主|房主|经营者|店主)|前任|上一[任家]|包工头|货主|车主|别人|朋友|亲戚|我[\p{Script=Han}]{1,2})?(?<who>[\p{Script=Han}]{2,3}?)(?:本人|自己)?(?:去年|前年|今年|[0-9]{2,4}年)?(?:[0-9]{1,2}月)?(?:请人|雇人|找人|出钱|花钱|自己|叫人)?(?:建|盖|搭|修|加盖|加建|搭建|建设|开|经营|倒|拉|挖|砍)(?:的|起来的|上去的)/u
const NOT_MINE =
  /(?:不是|并非)(?:我|本人|我们)(?:[\p{Script=Han}]{0,6})(?:建|盖|搭|开|做|卖|倒|拉|挖|砍|经营|排|运)的|(?:我|本人)(?:只是|仅是|就是)?(?:租|租住|租用|承租|打工|帮忙|受雇|帮工|看店)[^。；]{0,24}(?:的|，)|租进来|租(?:给|下来)我|租来的/u

/** He says that another did it, and he is punished himself: whoever did the act answers for it (行政处罚法 art. 40). */
export const ANOTHER_DID_IT: PrereviewRule = {
  id: '1.8-another-did-it',
  questionId: '1.8',
  name: said('材料显示行为由他人实施', 'The papers show that another did the act'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'F',
  check: (file) => {
    const addressed = [...addressedParties(file), ...partiesOf(file.of('prior-notice', 'correction-order'))]
    const citizens = addressed.filter(({ fact }) => fact.kind === 'citizen')
    const [party] = citizens
    if (party === undefined) return []
    for (const document of file.of('inquiry-record', 'defence')) {
      if (!document.sure || !says(document, NOT_MINE)) continue
      const did = findAll(document, ANOTHER_DID).find(({ match }) => {
        const who = match.groups?.['who'] ?? ''
        const answered = match.input.lastIndexOf('答：', match.index) > match.input.lastIndexOf('问：', match.index)
        return answered && isPersonName(who) && citizens.every(({ fact }) => compareNames(fact.name, who) === 'different')
      })
      if (did === undefined) continue
      const who = did.match.groups?.['who'] ?? ''
      if (file.of('inquiry-record').some((other) => other.facts.persons.some(({ name, role }) => role === 'questioned' && name === who))) continue
      return [
        {
          message: said(
            `被询问人称行为由${who}实施（“${did.match[0]}”），处理的当事人却是${party.fact.name}，没有向${who}调查。`,
            `The act is said to be ${who}’s (“${did.match[0]}”), yet ${party.fact.name} is dealt with and ${who} was never asked.`,
          ),
          suggestion: said(
            '查明实施行为、承担责任的主体；当事人有误的，变更当事人重新告知。',
            'Find out who did the act and answers for it; if it is another, name that party and notify anew.',
          ),
          places: [did, party],
          about: who,
        },
      ]
    }
    return []
  },
}

/** A decision that names nobody cannot bind anybody. */
export const PARTY_MISSING: PrereviewRule = {
  id: '1.8-party-missing',
  questionId: '1.8',
  name: said('决定书没有当事人', 'Decision without a party'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 1 }],
  severity: 'F',
  check: (file) =>
    file.of('decision').flatMap((document): Suspicion[] => {
      if (
        document.facts.parties.length > 0 ||
        findFirst(document, /当事人|被处罚|[：:]?你(?:单位|公司|店|厂|户)/u) !== null
      )
        return []
      return [
        {
          message: said('决定书没有写明当事人。', 'The decision names no party.'),
          suggestion: said('写明当事人的姓名或者名称、地址。', 'State the party’s name and address.'),
          places: [titlePlace(document)],
        },
      ]
    }),
}

export const PARTY_RULES: readonly PrereviewRule[] = [
  PARTY_NOT_INVESTIGATED,
  PARTY_NOT_THE_LICENSEE,
  NOTIFIED_ANOTHER,
  OPERATOR_NOT_NAMED,
  REPRESENTATIVE_PUNISHED,
  ANOTHER_DID_IT,
  PARTY_MISSING,
  PARTY_ENDED,
  PARTY_WITHOUT_STANDING,
  BRANCH_WITHOUT_COMPANY,
]
