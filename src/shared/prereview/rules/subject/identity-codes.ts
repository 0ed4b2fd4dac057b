/** 1.9: identity codes of the parties (统一社会信用代码、公民身份号码). */
import { checkResidentId } from '../../../identifiers/resident-id.ts'
import { checkSocialCreditCode } from '../../../identifiers/social-credit-code.ts'
import { normaliseIdentifier } from '../../../identifiers/normalise.ts'
import type { IdentityCode } from '../../../facts/facts.ts'
import type { CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { addressedParties, isRecognised, partiesOf, sameParty } from '../case-parties.ts'
import { DECISION_KINDS } from '../document-groups.ts'
import { groupedBy } from '../grouped-by.ts'
import { compareNames } from '../same-name.ts'

interface PrintedCode extends Place {
  readonly code: string
  readonly party: string
}

/** Whole codes of one kind, as printed; what was recognised in a scan is no proof of a wrong character. */
function codesOf(file: CaseFile, kind: IdentityCode['kind']): readonly PrintedCode[] {
  return partiesOf(file.documents).flatMap(({ document, fact }) =>
    fact.codes
      .filter((code) => code.kind === kind && code.whole)
      .map((code) => ({ ...placeOf(document, code), code: normaliseIdentifier(code.text), party: fact.name }))
      .filter((place) => !isRecognised(place)),
  )
}

const byCode = (codes: readonly PrintedCode[]) => groupedBy(codes, ({ code }) => code)

/** A place where the same party has another code that is well formed: what the wrong one should probably be. */
function rightCodeFor(
  wrong: PrintedCode,
  codes: readonly PrintedCode[],
  isRight: (code: string) => boolean,
): readonly PrintedCode[] {
  const right = codes.find(({ code, party }) => isRight(code) && compareNames(party, wrong.party) !== 'different')
  return right === undefined ? [] : [right]
}

function wrongCodes(
  codes: readonly PrintedCode[],
  isRight: (code: string) => boolean,
  called: readonly [string, string],
): Suspicion[] {
  return [...byCode(codes)].flatMap(([code, printed]): Suspicion[] => {
    const [first] = printed
    if (first === undefined || isRight(code)) return []
    const right = rightCodeFor(first, codes, isRight)
    const hint =
      right[0] === undefined ? ['', ''] : [`，其他文书为${right[0].code}`, `; other papers say ${right[0].code}`]
    return [
      {
        message: said(`${called[0]}${code}校验不符${hint[0]}。`, `The ${called[1]} ${code} fails its check${hint[1]}.`),
        suggestion: said('对照证照原件更正。', 'Correct it by the original licence or identity card.'),
        places: [...printed, ...right],
        about: code,
      },
    ]
  })
}

/**
 * The check character covers all seventeen before it, so every slip of a character shows in it. Where it holds and only the
 * organisation code within (GB 11714) does not, the code was given out so.
 */
function isWellFormed(code: string): boolean {
  const checked = checkSocialCreditCode(code)
  return checked.ok || checked.problem === 'organisationCode'
}

/** The last character of the code follows from the others (GB 32100-2015): a code that fails is not anybody's. */
export const SOCIAL_CREDIT_CODE_WRONG: PrereviewRule = {
  id: '1.9-social-credit-code-wrong',
  questionId: '1.9',
  name: said('统一社会信用代码校验不符', 'Social credit code fails its check'),
  basis: [{ law: '法人和其他组织统一社会信用代码编码规则' }],
  severity: 'C',
  check: (file) =>
    wrongCodes(codesOf(file, 'uscc'), isWellFormed, [
      '统一社会信用代码',
      'social credit code',
    ]),
}

/** The last character of an identity number follows from the others, and it contains a birth date (GB 11643). */
export const RESIDENT_ID_WRONG: PrereviewRule = {
  id: '1.9-resident-id-wrong',
  questionId: '1.9',
  name: said('公民身份号码校验不符', 'Identity number fails its check'),
  basis: [{ law: '公民身份号码' }],
  severity: 'C',
  check: (file) =>
    wrongCodes(codesOf(file, 'residentId'), (code) => checkResidentId(code, file.today).ok, [
      '公民身份号码',
      'identity number',
    ]),
}

/** Two well-formed codes cannot belong to one party: one of the papers is about somebody else. */
export const CODES_DIFFER: PrereviewRule = {
  id: '1.9-codes-differ',
  questionId: '1.9',
  name: said('同一当事人的代码前后不一致', 'One party with two codes'),
  basis: [{ law: '法人和其他组织统一社会信用代码编码规则' }, { law: '公民身份号码' }],
  severity: 'C',
  check: (file) => {
    const kinds = [
      codesOf(file, 'uscc').filter(({ code }) => checkSocialCreditCode(code).ok),
      codesOf(file, 'residentId').filter(({ code }) => checkResidentId(code, file.today).ok),
    ]
    return kinds.flatMap((codes) => {
      return [...groupedBy(codes, ({ party }) => party)].flatMap(([party, printed]): Suspicion[] => {
        const different = [...byCode(printed).values()]
        if (different.length < 2) return []
        const words = different.map(([first]) => first?.code ?? '').join('、')
        return [
          {
            message: said(
              `${party}的代码在各文书中不一致：${words}。`,
              `Papers give different codes for ${party}: ${words}.`,
            ),
            suggestion: said(
              '对照证照原件，统一各文书的代码。',
              'Use the code of the original licence in every paper.',
            ),
            places: different.flatMap((group) => group.slice(0, 2)),
            about: party,
          },
        ]
      })
    })
  },
}

/** The decision identifies its party; a code that the file has must stand in it (行政处罚法 art. 59 para 1 item 1). */
export const CODE_MISSING: PrereviewRule = {
  id: '1.9-code-missing',
  questionId: '1.9',
  name: said('决定书未写当事人代码', 'Decision without the code of its party'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 1 }],
  severity: 'C',
  check: (file) => {
    const elsewhere = partiesOf(file.documents)
    return addressedParties(file).flatMap(({ document, passage, fact }): Suspicion[] => {
      // an order that carries out a decision refers to it for the rest
      if (!DECISION_KINDS.includes(document.kind) || document.kind === 'execution-decision' || document.kind === 'licence-decision' || fact.codes.length > 0) return []
      const inDecision = document.facts.parties.some((other) => sameParty(other, fact) && other.codes.length > 0)
      const known = elsewhere.find(
        (other) => compareNames(other.fact.name, fact.name) === 'same' && other.fact.codes.length > 0,
      )
      if (inDecision || known === undefined) return []
      return [
        {
          message: said(
            `决定书没有写明${fact.name}的代码（号码）。`,
            `The decision does not give the code of ${fact.name}.`,
          ),
          suggestion: said('按证照补写。', 'Add it as the licence or identity card has it.'),
          places: [
            { document, passage },
            { document: known.document, passage: known.passage },
          ],
          about: fact.name,
        },
      ]
    })
  },
}

/** A registered code that fails its check, where the documents were not read with one. */
export const REGISTERED_CODE_WRONG: PrereviewRule = {
  id: '1.9-registered-code-wrong',
  questionId: '1.9',
  name: said('登记的当事人代码校验不符', 'Registered code fails its check'),
  basis: [{ law: '法人和其他组织统一社会信用代码编码规则' }, { law: '公民身份号码' }],
  severity: 'C',
  check: (file) => {
    const party = file.fields?.party
    if (party === undefined || party.code === '') return []
    const wrong =
      (party.codeKind === 'uscc' && !checkSocialCreditCode(party.code).ok) ||
      (party.codeKind === 'residentId' && !checkResidentId(party.code, file.today).ok)
    const read = partiesOf(file.documents).some(({ fact }) =>
      fact.codes.some(({ text }) => normaliseIdentifier(text) === normaliseIdentifier(party.code)),
    )
    if (!wrong || read) return []
    const [decision] = file.of(...DECISION_KINDS)
    return [
      {
        message: said(
          `登记的代码${party.code}校验不符，送审文书中也没有这一代码。`,
          `The registered code ${party.code} fails its check, and no paper has it.`,
        ),
        suggestion: said('核对登记内容和证照。', 'Check what was registered against the licence.'),
        places: decision === undefined ? [] : [titlePlace(decision)],
        about: party.code,
      },
    ]
  },
}

export const IDENTITY_CODE_RULES: readonly PrereviewRule[] = [
  SOCIAL_CREDIT_CODE_WRONG,
  RESIDENT_ID_WRONG,
  CODES_DIFFER,
  CODE_MISSING,
  REGISTERED_CODE_WRONG,
]
