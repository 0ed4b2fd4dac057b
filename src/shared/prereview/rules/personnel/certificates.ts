/** 2.2: enforcement certificates (行政执法证件). */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { onceADocumentAnd } from '../../once-a-document.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import {
  ASSISTANT_WORDS,
  isEnforcementCertificate,
  officersOf,
  otherCardOf,
  remarkBehind,
  type ActingOfficer,
} from '../acting-officers.ts'
import { isRecognised } from '../case-parties.ts'
import { RECORD_KINDS } from '../document-groups.ts'
import { expiriesOf } from '../expiries.ts'
import { datesOn, linesOf, type PrintedLine } from '../printed-lines.ts'
import { dayOf } from '../procedure/reading/moments.ts'
import { numbersByName } from './certificate-numbers.ts'
import { listedOf, plainNumber } from './officer-lists.ts'

const BASIS = [
  { law: '行政处罚法', article: 42, paragraph: 1 },
  { law: '行政强制法', article: 17, paragraph: 3 },
] as const

/** Where certificates count: the records, and the paper that says who carried a measure out. */
const ACTING_KINDS = [...RECORD_KINDS, 'measure-decision', 'preservation-paper', 'sampling-record'] as const

function numberOf(officer: ActingOfficer): string | null {
  const { certificate } = officer.fact
  return certificate !== null && isEnforcementCertificate(certificate) && otherCardOf(officer) === null
    ? plainNumber(certificate.text)
    : null
}

interface Term {
  readonly from: string | null
  readonly until: string | null
  /** Null where the station's register says so. */
  readonly place: Place | null
}

/** A card takes a few lines (姓名, 证号, 有效期); the next one begins with another name. */
const LINES_OF_A_CARD = 6
const NEXT_CARD = /姓\s*名/u
/** Label and value in two cells: the card goes on. */
const ROW_OF_A_CARD = /^[^\t]*(?:有\s*效|证号|编号|单位|职务|发证|期限)[^\t]*\t[^\t]*$/u

function termOnLines(lines: readonly PrintedLine[]): Term | null {
  for (const line of lines) {
    // the last row of a list may be taken for the day of the paper; a span of days never is
    const dates = datesOn(line).filter(({ meaning, until }) => meaning !== 'document' || until !== null)
    const last = dates.at(-1)
    // a single day is the last one of the term, unless the words say that it was issued then
    if (
      last === undefined ||
      (dates.length === 1 && last.until === null && ISSUED.test(line.text) && !TERM.test(line.text))
    )
      continue
    if (last.until !== null) return { from: last.day, until: last.until.day, place: line }
    return { from: dates.length > 1 ? (dates[0]?.day ?? null) : null, until: last.day, place: line }
  }
  return null
}

const ISSUED = /发证|颁发|取得|核发|制发/u
const TERM = /有\s*效/u

/** What the papers say of somebody: a row of the list of officers, a copied card, a line that names card and term. */
function termsInPapers(file: CaseFile, name: string, number: string | null): readonly Term[] {
  return file.documents.flatMap((document) => termsIn(document, `${name}\n${number ?? ''}`))
}

/** Asked by name and number, each on its line. */
const termsIn = onceADocumentAnd((document, nameAndNumber): readonly Term[] => {
  const [name = '', number = ''] = nameAndNumber.split('\n')
  if (!document.text.includes(name) && (number === '' || !document.text.includes(number))) return []
  const cards = document.kind === 'officer-certificates'
  if (!cards && !TERM.test(document.text)) return []
  const isAbout = (text: string) => text.includes(name) || (number !== '' && plainNumber(text).includes(number))
  const lines = linesOf(document)
  return lines.flatMap((line, place): Term[] => {
    if (!isAbout(line.text)) return []
    if (!cards)
      return /执法证|执法资格|证件/u.test(line.text) && TERM.test(line.text)
        ? oneTerm(expiryAfter(document, line, name))
        : []
    const rest = lines.slice(place + 1, place + LINES_OF_A_CARD)
    const isNext = (text: string) => NEXT_CARD.test(text) || (/\t/u.test(text) && !ROW_OF_A_CARD.test(text))
    const next = rest.findIndex(({ text }) => isNext(text) && !isAbout(text))
    return oneTerm(termOnLines([line, ...rest.slice(0, next < 0 ? undefined : next)]))
  })
})

const oneTerm = (term: Term | null): Term[] => (term === null ? [] : [term])

/** The first term that the line prints behind the name. */
function expiryAfter(document: CaseDocument, line: PrintedLine, name: string): Term | null {
  const from = line.passage.start + Math.max(0, line.text.indexOf(name))
  const found = expiriesOf(document).find(
    ({ passage }) => passage.page === line.passage.page && passage.start >= from && passage.end <= line.passage.end,
  )
  return found === undefined ? null : { from: found.from, until: found.until, place: found }
}

/** Characters within which a term still belongs to the name before it. */
const NEAR = 60

/** What stands beside the name itself: （执法证号X，有效期至2025年12月31日）. */
function termBeside(document: CaseDocument, officer: ActingOfficer): readonly Term[] {
  const { page, end } = officer.passage
  const near = expiriesOf(document).find(
    ({ passage }) => passage.page === page && passage.start >= end && passage.start - end < NEAR,
  )
  return near === undefined ? [] : [{ from: near.from, until: near.until, place: near }]
}

function termsOf(file: CaseFile, document: CaseDocument, officer: ActingOfficer): readonly Term[] {
  const number = numberOf(officer)
  const registered = file.officers
    .filter((known) =>
      number === null ? known.name === officer.name : plainNumber(known.certificateNumber) === number,
    )
    .map(({ validFrom, validTo }) => ({ from: validFrom, until: validTo, place: null }))
  const rows = listedOf(file).filter((one) => one.name === officer.name)
  const own = rows.filter((one) => number !== null && one.number === number)
  const listed = (own.length > 0 ? own : rows).map(({ from, until, line }) => ({ from, until, place: line }))
  return [...termBeside(document, officer), ...(listed.length > 0 ? listed : termsInPapers(file, officer.name, number)), ...registered]
}

const covers = ({ from, until }: Term, day: string): boolean =>
  (from === null || from <= day) && (until === null || day <= until)

/** What officers do before somebody's eyes when a decision is carried out: 物品清点登记表, 公告张贴记录, 强制拆除现场笔录. */
const ON_THE_SPOT = /清点|张贴|(?:拆除|执行|代履行|腾退)[^\n]{0,6}(?:笔录|记录)/u

/** Serving a paper is an act of the officers too. */
function serversOf(document: CaseDocument): readonly ActingOfficer[] {
  return document.facts.persons
    .filter(({ role }) => role === 'server')
    .map((fact) => ({ document, passage: fact.passage, name: fact.name, fact }))
}

/** Officers act with a certificate that is valid on the day (行政处罚法 art. 42, 76; 行政强制法 art. 17). */
export const CERTIFICATE_EXPIRED: PrereviewRule = {
  id: '2.2-certificate-expired',
  questionId: '2.2',
  name: said('执法证件在执法当日无效', 'Certificate not valid on the day'),
  basis: [...BASIS, { law: '行政处罚法', article: 76, paragraph: 1, item: 5 }],
  severity: 'F',
  check: (file) => {
    const seen = new Set<string>()
    const acting = file.documents.filter(
      (one) => (ACTING_KINDS as readonly string[]).includes(one.kind) || one.kind === 'service-receipt' || ON_THE_SPOT.test(one.facts.title?.text ?? one.text.slice(0, 40)),
    ).toSorted((one, other) => ((dayOf(one) ?? '9') < (dayOf(other) ?? '9') ? -1 : 1))
    return acting.flatMap((document) =>
      [...officersOf(document, { recorders: true }), ...serversOf(document)].flatMap((officer): Suspicion[] => {
        const day = dayOf(document)
        const terms = day === null || seen.has(officer.name) ? [] : termsOf(file, document, officer)
        const [term] = terms
        if (day === null || term === undefined || terms.some((one) => covers(one, day))) return []
        seen.add(officer.name)
        return [
          {
            message: said(
              `${officer.name}于${day}参加执法，其执法证件有效期为${term.from ?? ''}至${term.until ?? ''}，当日无效。`,
              `${officer.name} acted on ${day}; the certificate is valid from ${term.from ?? ''} to ${term.until ?? ''}.`,
            ),
            suggestion: said(
              '核对证件有效期；当日无有效证件的，该环节由具有资格的人员重新实施。',
              'Check the term; a step without a valid certificate must be taken anew by a qualified officer.',
            ),
            places: [officer, ...terms.flatMap(({ place }) => place ?? [])],
            about: officer.name,
          },
        ]
      }),
    )
  },
}

/** A work card (工作证) is no enforcement certificate: whoever has nothing else must not enforce. */
export const WORK_CARD_ONLY: PrereviewRule = {
  id: '2.2-work-card-only',
  questionId: '2.2',
  name: said('以工作证等代替行政执法证件', 'Work card in place of an enforcement certificate'),
  basis: BASIS,
  severity: 'F',
  check: (file) =>
    file.of(...ACTING_KINDS).flatMap((document): Suspicion[] => {
      const without = officersOf(document, { recorders: true }).filter((officer) => otherCardOf(officer) !== null)
      if (without.length === 0) return []
      const names = without.map(({ name }) => name)
      return [
        {
          message: said(
            `${names.join('、')}只有${/工作证|工号|胸牌|介绍信/u.exec(without.map(otherCardOf).join())?.[0] ?? '其他证件'}，没有行政执法证件。`,
            `${names.join(', ')} had a work card only, no enforcement certificate.`,
          ),
          suggestion: said(
            '核对执法资格；没有执法资格的人员实施的行为应当由具有资格的人员重新实施，强制措施依法解除或者撤销。',
            'Check their qualification; what they did must be done anew by qualified officers, and a measure lifted or revoked.',
          ),
          places: without.map((officer) => whole(document, officer)),
          about: names.join('、'),
        },
      ]
    }),
}

/** The name with what stands beside it. */
function whole(document: CaseDocument, { passage, fact }: ActingOfficer): Place {
  const card = fact.certificate?.passage
  if (card === undefined || card.page !== passage.page || card.end - passage.start > NEAR) return { document, passage }
  return {
    document,
    passage: { page: passage.page, start: Math.min(passage.start, card.start), end: Math.max(passage.end, card.end) },
  }
}

/** Somebody acts whose number is printed nowhere, in a file that prints those of the others. */
export const NO_CERTIFICATE: PrereviewRule = {
  id: '2.2-no-certificate',
  questionId: '2.2',
  name: said('实施人员没有执法证件信息', 'Acting person without a certificate in the file'),
  basis: BASIS,
  severity: 'F',
  check: (file) => {
    const numbers = numbersByName(file)
    if (numbers.size === 0) return []
    const seen = new Set<string>()
    return file.of(...RECORD_KINDS).flatMap((document) =>
      officersOf(document).flatMap((officer): Suspicion[] => {
        const { name } = officer
        const known =
          numbers.has(name) ||
          file.officers.some((one) => one.name === name) ||
          file.of('officer-certificates').some(({ text }) => text.includes(name))
        if (
          known ||
          seen.has(name) ||
          isRecognised(officer) ||
          otherCardOf(officer) !== null ||
          ASSISTANT_WORDS.test(remarkBehind(officer))
        )
          return []
        seen.add(name)
        return [
          {
            message: said(
              `${name}以执法人员身份参加，全案没有其执法证号。`,
              `${name} acts as an officer; no certificate number is found in the whole file.`,
            ),
            suggestion: said(
              '补充其行政执法证件；没有证件的，该环节应当重新实施。',
              'Add the certificate; without one the step must be taken anew.',
            ),
            places: [officer],
            about: name,
          },
        ]
      }),
    )
  },
}

/** The station's register does not know the number: perhaps a slip, perhaps nobody's. */
export const UNKNOWN_TO_REGISTER: PrereviewRule = {
  id: '2.2-unknown-to-register',
  questionId: '2.2',
  name: said('执法证号不在本站人员登记中', 'Certificate unknown to the register'),
  basis: BASIS,
  severity: 'F',
  check: (file) => {
    const numbers = numbersByName(file)
    const registered = new Set(file.officers.map(({ certificateNumber }) => plainNumber(certificateNumber)))
    const all = [...numbers.values()].flat()
    // a register without anybody of this case is that of another unit
    if (!all.some(({ number }) => registered.has(number))) return []
    return [...numbers].flatMap(([name, printed]): Suspicion[] => {
      const officer = printed.filter(({ document }) => (ACTING_KINDS as readonly string[]).includes(document.kind))
      const [first] = officer.filter(({ number }) => !registered.has(number))
      if (first === undefined) return []
      return [
        {
          message: said(
            `${name}的执法证号${first.number}不在人员登记中。`,
            `The certificate ${first.number} of ${name} is not in the register.`,
          ),
          suggestion: said('核对执法证件和人员登记。', 'Check the certificate and the register.'),
          places: [first],
          answer: 'cannotTell' as const,
          about: first.number,
        },
      ]
    })
  },
}

/** The list of the case's officers leaves somebody out who acted. */
export const NOT_ON_THE_LIST: PrereviewRule = {
  id: '2.2-not-on-the-list',
  questionId: '2.2',
  name: said('参加执法的人员不在执法证件材料中', 'Officer missing from the papers on certificates'),
  basis: BASIS,
  severity: 'F',
  check: (file) => {
    const papers = file.of('officer-certificates')
    const listed = papers.map(({ text }) => text.replace(/\s/gu, '')).join('')
    const all = file.of(...RECORD_KINDS).flatMap((document) => officersOf(document))
    if (papers.length === 0 || !all.some(({ name }) => listed.includes(name))) return []
    const seen = new Set<string>()
    return all
      .filter(
        ({ name, document }) =>
          !listed.includes(name) && document.sure && !isRecognised({ document, passage: document.passageAt(0, 1) }),
      )
      .filter(({ name }) => !seen.has(name) && seen.add(name) !== undefined)
      .map((officer) => ({
        message: said(
          `${officer.name}参加执法，执法证件材料中没有此人。`,
          `${officer.name} acted, but is not among the papers on the officers’ certificates.`,
        ),
        suggestion: said('补充其行政执法证件。', 'Add the certificate.'),
        places: [officer],
        answer: 'cannotTell' as const,
        about: officer.name,
      }))
  },
}

export const CERTIFICATE_RULES: readonly PrereviewRule[] = [
  CERTIFICATE_EXPIRED,
  WORK_CARD_ONLY,
  NO_CERTIFICATE,
  UNKNOWN_TO_REGISTER,
  NOT_ON_THE_LIST,
]
