/** 1.3, 1.4, 1.5: delegation of enforcement (委托执法). */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { findAll, findFirst, findWords, says } from '../../wording.ts'
import { FIELD_KINDS, OUTWARD_KINDS, RECORD_KINDS } from '../document-groups.ts'
import { datesOn, linesOf } from '../printed-lines.ts'
import { compareNames } from '../same-name.ts'
import { delegatesOf } from './delegates.ts'
import { signingBodies } from './signing-bodies.ts'

const DELEGATION = 'enforcement-delegation'

/** Where a document shows that a delegate acts in it: its name, or the words 受…委托. */
function delegatedAct(file: CaseFile, document: CaseDocument): Place | null {
  for (const { name } of delegatesOf(file)) {
    const named = findWords(document, name)
    if (named !== null) return named
  }
  return findFirst(document, /受[^，。；]{2,25}(?:局|厅|委员会|政府)(?:的)?委托(?:实施|开展|执法|进行|，)/u)
}

interface Term extends Place {
  readonly from: string
  readonly until: string
}

/** 委托期限 with two days on its line. */
function termOf(document: CaseDocument): Term | null {
  for (const line of linesOf(document)) {
    if (!/期\s*限|有效期/u.test(line.text)) continue
    const [from, until] = datesOn(line)
    if (from === undefined) continue
    if (from.until !== null) return { ...placeOf(document, from), from: from.day, until: from.until.day }
    if (until !== undefined) return { ...placeOf(document, until), from: from.day, until: until.day }
  }
  return null
}

/**
 * A delegate acts only within the delegation's term, which the written delegation must state (行政处罚法 art. 20 para 2).
 */
export const DELEGATION_EXPIRED: PrereviewRule = {
  id: '1.3-delegation-expired',
  questionId: '1.3',
  name: said('实施行为时委托已期满或者尚未开始', 'Delegation not in force on the day of the act'),
  basis: [{ law: '行政处罚法', article: 20, paragraph: 2 }],
  severity: 'F',
  check: (file) => {
    const terms = file.of(DELEGATION).flatMap((document) => termOf(document) ?? [])
    if (terms.length === 0) return []
    return file.of(...RECORD_KINDS, ...OUTWARD_KINDS).flatMap((document): Suspicion[] => {
      const { day } = document
      const act = delegatedAct(file, document)
      if (day === null || act === null || terms.some(({ from, until }) => from <= day && day <= until)) return []
      const [term] = terms
      return [
        {
          message: said(
            `${day}由受委托单位实施，委托期限为${term?.from}至${term?.until}，当日没有有效的委托。`,
            `On ${day} the delegate acted, but the delegation runs from ${term?.from} to ${term?.until}.`,
          ),
          suggestion: said(
            '核对是否有续签的委托书；没有的，该行为无效，由有权机关重新实施。',
            'Look for a renewed delegation; without one, the competent agency must act anew.',
          ),
          places: [act, ...terms],
          about: day,
        },
      ]
    })
  },
}

/** The agency and the delegate must publish the written delegation (行政处罚法 art. 20 para 2). */
export const DELEGATION_NOT_PUBLISHED: PrereviewRule = {
  id: '1.3-delegation-not-published',
  questionId: '1.3',
  name: said('未见委托书向社会公布', 'No sign that the delegation was published'),
  basis: [{ law: '行政处罚法', article: 20, paragraph: 2 }],
  severity: 'F',
  check: (file) =>
    file.of(DELEGATION).flatMap((document): Suspicion[] => {
      const denied = findFirst(
        document,
        /(?:未|没有|尚未|暂未|不予)(?:在[^。，；]{0,20})?(?:向社会)?(?:公布|公示|公告|公开)/u,
      )
      if (denied === null && says(document, /公布|公示|公告|公开/u)) return []
      return [
        {
          message: said(
            '委托书未载明向社会公布的情况，案卷中也没有公布凭证。',
            'The delegation does not say that it was published, nor does the file show it.',
          ),
          suggestion: said(
            '补充委托书的公布凭证；未公布的，委托程序不合法。',
            'Add proof of publication; without it the delegation is not in order.',
          ),
          places: [denied ?? titlePlace(document)],
          answer: denied === null ? 'cannotTell' : 'no',
        },
      ]
    }),
}

/** The written delegation states matters, powers and term (行政处罚法 art. 20 para 2). */
export const DELEGATION_WITHOUT_TERM: PrereviewRule = {
  id: '1.3-delegation-without-term',
  questionId: '1.3',
  name: said('委托书未载明委托期限', 'Delegation states no term'),
  basis: [{ law: '行政处罚法', article: 20, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file.of(DELEGATION).flatMap((document): Suspicion[] =>
      says(document, /期限|有效期|起至|日至|长期/u)
        ? []
        : [
            {
              message: said('委托书没有载明委托期限。', 'The delegation states no term.'),
              suggestion: said(
                '委托书应当载明委托的具体事项、权限、期限。',
                'A delegation must state matters, powers and term.',
              ),
              places: [titlePlace(document)],
            },
          ],
    ),
}

/** Delegates must be organisations that manage public affairs (行政处罚法 art. 21); a company or a person is none. */
export const DELEGATE_UNFIT: PrereviewRule = {
  id: '1.3-delegate-unfit',
  questionId: '1.3',
  name: said('受委托单位不符合法定条件', 'Delegate does not meet the conditions'),
  basis: [
    { law: '行政处罚法', article: 20, paragraph: 4 },
    { law: '行政处罚法', article: 21 },
  ],
  severity: 'F',
  check: (file) =>
    delegatesOf(file)
      .filter(({ name }) => /(公司|企业|厂|合作社|协会|商会|事务所|经营部)$/u.test(name))
      .map((delegate) => ({
        message: said(
          `受委托单位“${delegate.name}”不是管理公共事务的组织。`,
          `The delegate “${delegate.name}” is no organisation that manages public affairs.`,
        ),
        suggestion: said(
          '行政处罚只能委托给依法成立并具有管理公共事务职能的组织；该单位实施的行为应当由委托机关重新实施。',
          'Penalties can be delegated only to bodies with public functions; the agency must act itself.',
        ),
        places: [delegate],
        about: delegate.name,
      })),
}

/** Somebody acted on a delegation that is not in the file: a delegation must be in writing (行政处罚法 art. 20 para 2). */
export const DELEGATION_MISSING: PrereviewRule = {
  id: '1.3-delegation-missing',
  questionId: '1.3',
  name: said('文书载明委托执法，案卷中没有委托书', 'Delegated enforcement without a written delegation'),
  basis: [{ law: '行政处罚法', article: 20, paragraph: 2 }],
  severity: 'F',
  check: (file) => {
    if (file.of(DELEGATION).length > 0) return []
    for (const document of file.of(...FIELD_KINDS, ...RECORD_KINDS, ...OUTWARD_KINDS)) {
      const words = findFirst(
        document,
        /受[^，。；]{2,25}(?:局|厅|委员会|政府)(?:的)?委托[，、]?(?:依法|负责)?(?:对|实施|开展|行使|进行|在)[^，。；]{0,24}(?:检查|执法|处罚|查封|扣押|监督)/u,
      )
      if (words === null) continue
      return [
        {
          message: said(
            '文书载明受委托实施执法，案卷中没有行政执法委托书。',
            'A paper says that the act was delegated; the file has no written delegation.',
          ),
          suggestion: said('补充委托书及其公布凭证。', 'Add the written delegation and proof of its publication.'),
          places: [words],
          answer: 'cannotTell',
        },
      ]
    }
    return []
  },
}

/** A delegate acts in the delegating agency's name (行政处罚法 art. 20 para 4, 行政许可法 art. 24 para 2). */
export const DELEGATES_OWN_NAME: PrereviewRule = {
  id: '1.4-delegates-own-name',
  questionId: '1.4',
  name: said('受委托单位以自己名义作出文书', 'Delegate acts in its own name'),
  basis: [{ law: '行政处罚法', article: 20, paragraph: 4 }],
  severity: 'F',
  check: (file) => {
    const inPaper = file.of(...OUTWARD_KINDS).flatMap((document): Suspicion[] => {
      const issuer = signingBodies(document).find(({ name }) =>
        delegatesOf(file).some((delegate) => compareNames(delegate.name, name) !== 'different'),
      )
      if (issuer === undefined) return []
      return [
        {
          message: said(
            `文书以受委托单位“${issuer.name}”的名义作出。`,
            `The paper is made in the name of the delegate “${issuer.name}”.`,
          ),
          suggestion: said(
            '受委托单位应当以委托机关名义实施，文书由委托机关盖章。',
            'The delegate acts in the name of the delegating agency, whose seal the paper must bear.',
          ),
          places: [issuer, ...delegatesOf(file).slice(0, 1)],
          about: issuer.name,
        },
      ]
    })
    const inDelegation = file
      .of(DELEGATION)
      .flatMap((document) => findAll(document, /以(?:受委托|本单位|本办|自己|其自身|自身|乙方)[^，。；]{0,8}名义/u))
      .map((place) => ({
        message: said('委托书约定受委托单位以自己名义实施。', 'The delegation lets the delegate act in its own name.'),
        suggestion: said(
          '更正委托书，受委托单位以委托机关名义实施。',
          'Correct the delegation: the delegate acts in the name of the delegating agency.',
        ),
        places: [place],
      }))
    return [...inPaper, ...inDelegation]
  },
}

const DENIED = /不得|不准|不能|禁止|没有|未|不存在|无权|不可|严禁/u
const CLAUSE = 30

/** The words of the clause up to the end of the match. */
function clauseAround({ input, index, 0: words }: RegExpExecArray): string {
  return (/[^，。；]*$/u.exec(input.slice(Math.max(0, index - CLAUSE), index))?.[0] ?? '') + words
}

/** A delegate must not delegate again (行政处罚法 art. 20 para 4, 行政许可法 art. 24 para 3). */
export const REDELEGATED: PrereviewRule = {
  id: '1.4-redelegated',
  questionId: '1.4',
  name: said('受委托单位再委托', 'Delegate delegates again'),
  basis: [{ law: '行政处罚法', article: 20, paragraph: 4 }],
  severity: 'F',
  check: (file) => {
    const chained = file
      .of(DELEGATION)
      .flatMap((document) =>
        document.facts.agencies
          .filter(
            ({ name, role }) =>
              role === 'delegator' &&
              delegatesOf(file).some((delegate) => compareNames(delegate.name, name) === 'same'),
          )
          .map((fact) => placeOf(document, fact)),
      )
    const worded = file.documents.flatMap((document) =>
      findAll(document, /(?:再委托|转委托)[^，。；]{0,20}/u).filter(({ match }) => !DENIED.test(clauseAround(match))),
    )
    return [...chained, ...worded].map((place) => ({
      message: said('受委托单位又委托其他组织或者个人实施。', 'The delegate delegates to somebody else.'),
      suggestion: said(
        '再委托无效，由委托机关或者受委托单位自行实施。',
        'Such a delegation is void; the agency or its delegate must act itself.',
      ),
      places: [place],
    }))
  },
}

const MEASURE = /[^，。；：]{0,40}(?:查封|扣押|冻结|行政强制措施|强制措施权|限制人身自由)[^，。；]{0,30}/u
const EXCLUDED = /不得|不包括|不含|除外|不委托|不能|无权|禁止|由委托机关(?:自行|直接)|不在委托/u

/** 行政强制措施权不得委托 (行政强制法 art. 17 para 1). */
export const MEASURE_DELEGATED: PrereviewRule = {
  id: '1.5-measure-delegated',
  questionId: '1.5',
  name: said('将行政强制措施权委托他人', 'Power of compulsory measures delegated'),
  basis: [{ law: '行政强制法', article: 17, paragraph: 1 }],
  severity: 'F',
  check: (file) =>
    file.of(DELEGATION).flatMap((document): Suspicion[] => {
      const granted = findAll(document, MEASURE).find(({ match }) => !EXCLUDED.test(match[0]))
      if (granted === undefined) return []
      return [
        {
          message: said(
            '委托书把查封、扣押等行政强制措施委托给其他组织实施；行政强制措施权不得委托。',
            'The delegation hands over compulsory measures, which must not be delegated.',
          ),
          suggestion: said(
            '该强制措施应当由具有法定职权的机关自行实施；已经实施的，依法解除或者撤销。',
            'The competent agency must take such measures itself; one already taken is to be lifted or revoked.',
          ),
          places: [granted],
        },
      ]
    }),
}

/** Compulsory measures are carried out by the agency's own certified officers (行政强制法 art. 17 paras 1, 3). */
export const MEASURE_BY_DELEGATE: PrereviewRule = {
  id: '1.5-measure-by-delegate',
  questionId: '1.5',
  name: said('受委托单位实施行政强制措施', 'Delegate takes a compulsory measure'),
  basis: [
    { law: '行政强制法', article: 17, paragraph: 1 },
    { law: '行政强制法', article: 17, paragraph: 3 },
  ],
  severity: 'F',
  check: (file) =>
    file.of('measure-decision', 'measure-record').flatMap((document): Suspicion[] => {
      const act =
        findFirst(document, /受[^，。；）]{2,25}(?:局|厅|委员会|政府)?委托(?:实施|执行)/u) ??
        delegatedAct(file, document)
      if (act === null) return []
      return [
        {
          message: said('强制措施由受委托单位的人员实施。', 'The measure was carried out by people of a delegate.'),
          suggestion: said(
            '核对实施主体；受委托单位实施的，依法解除或者撤销，由有权机关处理。',
            'Check who acted; a measure taken by a delegate is to be lifted or revoked.',
          ),
          places: [act],
        },
      ]
    }),
}

export const DELEGATION_RULES: readonly PrereviewRule[] = [
  DELEGATION_EXPIRED,
  DELEGATION_NOT_PUBLISHED,
  DELEGATION_WITHOUT_TERM,
  DELEGATE_UNFIT,
  DELEGATION_MISSING,
  DELEGATES_OWN_NAME,
  REDELEGATED,
  MEASURE_DELEGATED,
  MEASURE_BY_DELEGATE,
]
