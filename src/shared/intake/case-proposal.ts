/** Fills the case form from the documents (要素自动回填). Nothing is guessed: a field that no document states stays empty. */
import type { EffectKind } from '../catalogue/vocabulary.ts'
import type { CaseHandler, Citation, Effect } from '../cases/case.ts'
import type { CitationFact, CitationRole, IdentityCode, MeasureKind, PartyFact, PersonFact } from '../facts/facts.ts'
import type { IsoDate } from '../values/values.ts'
import { proposedActs, proposedConditions } from './proposal-conditions.ts'
import {
  chosen,
  filedDocuments,
  inOrder,
  labelled,
  sameWords,
  sourceAt,
  statedIn,
  type CaseProposal,
  type FiledDocument,
  type Proposed,
  type Stated,
  type UnderstoodFile,
} from './proposal-field.ts'
import { proposedCause, proposedFacts, proposedTitle } from './proposal-narrative.ts'
import { SOURCE_ORDERS } from './proposal-orders.ts'
import { titleWords } from './title-text.ts'

export type {
  CaseProposal,
  FieldSource,
  FiledDocument,
  Proposed,
  ProposalPath,
  ProposalValues,
  UnderstoodFile,
} from './proposal-field.ts'

/** The party that a document is about: the one with a code or a representative, else the first. */
function mainParty(document: FiledDocument): PartyFact | undefined {
  const { parties } = document.facts
  return (
    parties.find(({ codes, legalRepresentative }) => codes.length > 0 || legalRepresentative !== null) ?? parties[0]
  )
}

const CODE_KINDS = { uscc: 'uscc', residentId: 'residentId', registration: 'other', other: 'other' } as const

/** Longest values that the form takes. */
const LONGEST = { name: 300, code: 60, line: 300, unit: 100, number: 60, detail: 500, person: 60, law: 100 } as const

interface PartyOf {
  readonly document: FiledDocument
  readonly party: PartyFact
}

function proposedParty(documents: readonly FiledDocument[]): CaseProposal {
  const parties = inOrder(documents, SOURCE_ORDERS.party).flatMap((document): PartyOf[] => {
    const party = mainParty(document)
    return party === undefined || party.name.length > LONGEST.name ? [] : [{ document, party }]
  })
  const name = chosen(
    parties.map(({ document, party }) => ({ value: party.name, source: sourceAt(document, party.passage) })),
    sameWords,
  )
  if (name === undefined) return {}
  // what others say of another party is no second opinion on this one
  const same = parties.filter(({ party }) => sameWords(party.name) === sameWords(name.value))
  const kind = chosen(
    same.map(({ document, party }) => ({ value: party.kind, source: sourceAt(document, party.passage) })),
    (value) => value,
  )
  const codes = same.flatMap(({ document, party }) => codesOf(party).map((code) => ({ document, code })))
  const code = chosen(
    codes.map((one) => ({ value: one.code.text, source: sourceAt(one.document, one.code.passage) })),
    sameWords,
  )
  const codeKind = codes.find((one) => one.code.text === code?.value)?.code.kind
  const address = chosen(
    same.flatMap(({ document, party: { address: at } }) =>
      at === null || at.text.length > LONGEST.line ? [] : [{ value: at.text, source: sourceAt(document, at.passage) }],
    ),
    sameWords,
  )
  const representative = chosen(
    same.flatMap(({ document, party: { legalRepresentative: one } }) =>
      one === null ? [] : [{ value: one.name, source: sourceAt(document, one.passage) }],
    ),
    sameWords,
  )
  return {
    'party.name': name,
    ...(kind === undefined ? {} : { 'party.kind': kind }),
    ...(code === undefined || codeKind === undefined
      ? {}
      : {
          'party.code': code,
          'party.codeKind': { value: CODE_KINDS[codeKind], source: code.source, alternatives: [] },
        }),
    ...(address === undefined ? {} : { 'party.address': address }),
    ...(representative === undefined ? {} : { 'party.legalRepresentative': representative }),
  }
}

/** Whole codes only, that of the kind that identifies the party first. */
function codesOf(party: PartyFact): IdentityCode[] {
  const wanted = party.kind === 'entity' ? 'uscc' : 'residentId'
  const whole = party.codes.filter(({ whole: isWhole, text }) => isWhole && text.length <= LONGEST.code)
  return whole
    .filter(({ kind }) => kind === wanted)
    .concat(whole.filter(({ kind }) => kind !== wanted))
    .slice(0, 1)
}

function proposedUnit(documents: readonly FiledDocument[]): Proposed<string> | undefined {
  const labels = [
    '承办机构',
    '承办单位',
    '承办部门',
    '送审机构',
    '送审单位',
    '办案机构',
    '办案单位',
    '承办科室',
    '填报单位',
  ]
  const told = inOrder(documents, SOURCE_ORDERS.caseName).flatMap((document) => labelled(document, labels))
  const issuers = inOrder(documents, SOURCE_ORDERS.decided).flatMap((document) =>
    document.facts.agencies
      .filter(({ role }) => role === 'issuer')
      .map(({ name, passage }) => ({ value: name, source: sourceAt(document, passage) })),
  )
  const fits = ({ value }: Stated<string>): boolean => value.length <= LONGEST.unit
  return chosen(told.filter(fits), sameWords) ?? chosen(issuers.filter(fits), sameWords)
}

function proposedFileNumber(documents: readonly FiledDocument[]): Proposed<string> | undefined {
  const sources = inOrder(documents, SOURCE_ORDERS.filing)
  const own = sources
    .filter(({ kind }) => kind === 'filing-form')
    .flatMap((document) =>
      document.facts.numbers
        .filter(({ role }) => role === 'own')
        .map(({ text, passage }) => ({ value: text, source: sourceAt(document, passage) })),
    )
  const told = sources.flatMap((document) =>
    labelled(document, ['立案文号', '立案编号', '立案号', '案号', '案件编号', '立案审批表文号']),
  )
  return chosen(
    [...own, ...told].filter(({ value }) => value.length <= LONGEST.number),
    sameWords,
  )
}

/** The day on which the filing was approved (立案日期). */
function proposedFiling(documents: readonly FiledDocument[]): Proposed<IsoDate> | undefined {
  const stated = inOrder(documents, SOURCE_ORDERS.filing).flatMap((document): Stated<IsoDate>[] => {
    const { dates } = document.facts
    const filed = dates.find(({ meaning }) => meaning === 'filed')
    const approved =
      document.kind === 'filing-form'
        ? dates.findLast(({ meaning }) => meaning === 'approved' || meaning === 'document')
        : undefined
    const date = filed ?? approved
    return date === undefined ? [] : [{ value: date.day, source: sourceAt(document, date.passage) }]
  })
  return chosen(stated, (day) => day)
}

function proposedAct(documents: readonly FiledDocument[]): CaseProposal {
  const from: Stated<IsoDate>[] = []
  const to: Stated<IsoDate>[] = []
  for (const document of inOrder(documents, SOURCE_ORDERS.found)) {
    const acts = document.facts.dates.filter(({ meaning }) => meaning === 'act')
    const earliest = acts.reduce<(typeof acts)[number] | undefined>(
      (best, one) => (best === undefined || one.day < best.day ? one : best),
      undefined,
    )
    const endOf = (one: (typeof acts)[number]): IsoDate => one.until?.day ?? one.day
    const latest = acts.reduce<(typeof acts)[number] | undefined>(
      (best, one) => (best === undefined || endOf(one) > endOf(best) ? one : best),
      undefined,
    )
    if (earliest !== undefined) from.push({ value: earliest.day, source: sourceAt(document, earliest.passage) })
    if (latest !== undefined) to.push({ value: endOf(latest), source: sourceAt(document, latest.passage) })
  }
  const actFrom = chosen(from, (day) => day)
  const actTo = chosen(to, (day) => day)
  return { ...(actFrom === undefined ? {} : { actFrom }), ...(actTo === undefined ? {} : { actTo }) }
}

/** An order to correct is no effect that the form lists, nor is the absence of a penalty. */
const EFFECTS: Readonly<Partial<Record<MeasureKind, EffectKind>>> = {
  warning: 'warning',
  criticism: 'criticism',
  fine: 'fine',
  confiscateGain: 'confiscationOfGain',
  confiscateProperty: 'confiscationOfProperty',
  suspendBusiness: 'suspension',
  suspendLicence: 'licenceSuspension',
  downgrade: 'qualificationDowngrade',
  revokeLicence: 'revocation',
  restrictActivity: 'activityRestriction',
  banFromProfession: 'professionBan',
  detention: 'detention',
  seizure: 'seizure',
}
const MOST_EFFECTS = 30
const MOST_CITATIONS = 60
const MOST_HANDLERS = 10

function effectsOf(document: FiledDocument): Stated<readonly Effect[]>[] {
  const effects = new Map<string, Effect>()
  const passages = []
  for (const { kind, yuan, passage } of document.facts.measures) {
    const effect = EFFECTS[kind]
    const key = `${effect} ${yuan}`
    if (effect === undefined || effects.has(key)) continue
    const source = sourceAt(document, passage)
    effects.set(key, { kind: effect, amount: yuan, detail: source.quote.slice(0, LONGEST.detail) })
    passages.push(passage)
  }
  const [first] = passages
  return first === undefined
    ? []
    : [{ value: [...effects.values()].slice(0, MOST_EFFECTS), source: sourceAt(document, first) }]
}

const sameEffects = (effects: readonly Effect[]): string =>
  effects
    .map(({ kind, amount }) => `${kind} ${amount ?? ''}`)
    .sort()
    .join('; ')

const CITED_FOR: Readonly<Partial<Record<CitationRole, Citation['role']>>> = {
  violated: 'violated',
  basis: 'basis',
  discretion: 'discretion',
  procedure: 'procedure',
}

function citationOf(fact: CitationFact): Citation | null {
  const role = CITED_FOR[fact.role]
  if (role === undefined || fact.article === null || fact.law.length > LONGEST.law) return null
  const article = `${fact.article}${fact.articleSub === null ? '' : `之${fact.articleSub}`}`
  return { law: fact.law, article, paragraph: `${fact.paragraph ?? ''}`, item: `${fact.item ?? ''}`, role }
}

const citationKey = ({ law, article, paragraph, item, role }: Citation): string =>
  [law, article, paragraph, item, role].join(' ')

function citationsOf(document: FiledDocument): Stated<readonly Citation[]>[] {
  const citations = new Map<string, Citation>()
  let first: CitationFact | undefined
  for (const fact of document.facts.citations) {
    const citation = citationOf(fact)
    if (citation === null || citations.has(citationKey(citation))) continue
    citations.set(citationKey(citation), citation)
    first ??= fact
  }
  return first === undefined
    ? []
    : [{ value: [...citations.values()].slice(0, MOST_CITATIONS), source: sourceAt(document, first.passage) }]
}

const sameCitations = (citations: readonly Citation[]): string => citations.map(citationKey).sort().join('; ')

/** Certificate numbers by name, from every document: a report may name the handlers without them. */
function certificates(documents: readonly FiledDocument[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  for (const { facts } of documents) {
    for (const { name, certificate } of facts.persons) {
      if (certificate !== null && !numbers.has(name) && certificate.text.length <= LONGEST.person)
        numbers.set(name, certificate.text)
    }
  }
  return numbers
}

function handlersOf(document: FiledDocument, numbers: ReadonlyMap<string, string>): Stated<readonly CaseHandler[]>[] {
  const officers = new Map<string, PersonFact>()
  for (const person of document.facts.persons) {
    if (person.role === 'officer' && person.name.length <= LONGEST.person && !officers.has(person.name))
      officers.set(person.name, person)
  }
  const [first] = officers.values()
  if (first === undefined) return []
  const handlers = [...officers.values()].slice(0, MOST_HANDLERS).map(({ name, certificate }) => ({
    personId: null,
    name,
    certificateNumber: (certificate?.text ?? numbers.get(name) ?? '').slice(0, LONGEST.person),
  }))
  return [{ value: handlers, source: sourceAt(document, first.passage) }]
}

function proposedHandlers(documents: readonly FiledDocument[]): Proposed<readonly CaseHandler[]> | undefined {
  const numbers = certificates(documents)
  const stated = statedIn(documents, [SOURCE_ORDERS.handlers, SOURCE_ORDERS.recordOfficers], (document) =>
    handlersOf(document, numbers),
  )
  // a case has two handlers: a document that names one of them is the weaker source
  const several = stated.filter(({ value }) => value.length >= 2)
  return chosen(several.length > 0 ? several : stated, (handlers) =>
    handlers
      .map(({ name, certificateNumber }) => `${titleWords(name)} ${certificateNumber}`)
      .sort()
      .join('; '),
  )
}

/** The form as the documents fill it: for each field its value, its source and what other documents say instead. */
export function proposeCase(files: readonly UnderstoodFile[]): CaseProposal {
  const documents = filedDocuments(files)
  const party = proposedParty(documents)
  const name = party['party.name']?.value ?? null
  const cause = proposedCause(documents, name)
  const title = proposedTitle(documents, name, cause)
  const decided = [SOURCE_ORDERS.decided, SOURCE_ORDERS.measure]
  const effects = chosen(statedIn(documents, decided, effectsOf), sameEffects)
  const citations = chosen(statedIn(documents, decided, citationsOf), sameCitations)
  const rest = {
    title,
    cause,
    submittingUnit: proposedUnit(documents),
    fileNumber: proposedFileNumber(documents),
    actionKinds: proposedActs(documents),
    facts: proposedFacts(documents),
    filedOn: proposedFiling(documents),
    effects,
    citations,
    handlers: proposedHandlers(documents),
  }
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as CaseProposal
  return { ...stated, ...party, ...proposedAct(documents), ...proposedConditions(documents) }
}
