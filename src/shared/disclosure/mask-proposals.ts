/**
 * What is proposed to be masked in the text of a decision (遮盖建议): by what the extractor of facts reads in it (parties,
 * people, representatives, addresses), by the form of details, and by every other place where the same words stand. The
 * catalogue says how each kind is treated; a person decides on each place.
 */
import { rulesOfKind, type DisclosureRule, type MaskSubject, type TreatmentRow } from '../catalogue/disclosure-rules.ts'
import { extractFacts } from '../facts/extract.ts'
import type { DocumentFacts, PersonRole } from '../facts/facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import type { Passage } from '../intake/document-text.ts'
import { findDetails, type FoundDetail } from './mask-finders.ts'
import { bare, placesOf, type MaskMark } from './masks.ts'

export interface MaskProposal extends Omit<MaskMark, 'masked' | 'by'> {
  readonly words: string
  readonly treatment: TreatmentRow['treatment']
  /** The words are part of the name of a company, which is published as it is. */
  readonly inCompanyName: boolean
}

/** Who acts for the agency; everybody else in a decision is a private person. */
const OFFICIALS: ReadonlySet<PersonRole> = new Set<PersonRole>(['officer', 'recorder', 'assistant', 'approver', 'reviewer', 'chair', 'server'])

const NAMES: ReadonlySet<MaskSubject> = new Set<MaskSubject>(['personName', 'minor', 'legalRepresentative', 'officerName'])

/** Names that the publisher has masked already (张某某, 李×). */
const MASKED_ALREADY = /[某×*＊]/u

function fromFacts({ parties, persons }: DocumentFacts): FoundDetail[] {
  const found: FoundDetail[] = []
  const add = ({ start, end }: Passage, subject: MaskSubject): void => void found.push({ start, end, subject })
  for (const { name, kind, passage, codes, legalRepresentative, address } of parties) {
    if (kind === 'citizen') add(narrowed(passage, name), 'personName')
    if (kind === 'citizen' && address !== null) add(address.passage, 'address')
    if (legalRepresentative !== null) add(legalRepresentative.passage, 'legalRepresentative')
    for (const code of codes) if (code.kind === 'residentId') add(code.passage, 'residentId')
  }
  for (const { role, passage, certificate } of persons) {
    add(passage, OFFICIALS.has(role) ? 'officerName' : 'personName')
    if (certificate !== null) add(certificate.passage, 'officerName')
  }
  return found
}

/** A passage that is the name itself. */
function narrowed(passage: Passage, name: string): Passage {
  return passage.end - passage.start > name.length * 3 ? { ...passage, end: passage.start + name.length } : passage
}

/** A name that means more than one thing is treated as the one that protects most. */
const PROTECTION: readonly MaskSubject[] = [
  'minor', 'residentId', 'bankAccount', 'phone', 'email', 'plate', 'birth', 'address', 'personName', 'legalRepresentative', 'officerName',
  'tradeSecret', 'other', 'companyName',
]
const rank = (subject: MaskSubject): number => PROTECTION.indexOf(subject)

function spellingsOf(original: string, found: readonly FoundDetail[]): ReadonlyMap<string, MaskSubject> {
  const spellings = new Map<string, MaskSubject>()
  for (const { start, end, subject } of found) {
    const words = original.slice(start, end).trim()
    if (bare(words).length < 2 || MASKED_ALREADY.test(words)) continue
    const known = spellings.get(words)
    if (known === undefined || rank(subject) < rank(known)) spellings.set(words, subject)
  }
  return spellings
}

/** 王强建材店: a shop or company that bears a name. */
const SHOP = /^[^\s，。；、的在对和与将是为向由因（(]{1,10}?(?:公司|商店|店|厂|经营部|商行|超市|门市部|工作室|合作社|事务所|饭店|餐馆|加油站|诊所|药房)/u

interface Place {
  readonly start: number
  readonly end: number
}

/** A person's name in the name of a company is part of it. */
function isInCompanyName(original: string, companies: readonly Place[], { start, end }: Place): boolean {
  return companies.some((one) => start >= one.start && end <= one.end) || SHOP.test(original.slice(end, end + 16))
}

/** Longest first, so that a part of it is no proposal of its own. */
function withoutOverlap(found: readonly MaskProposal[]): MaskProposal[] {
  const kept: MaskProposal[] = []
  for (const one of found.toSorted((left, right) => right.end - right.start - (left.end - left.start) || left.start - right.start)) {
    if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one)
  }
  return kept.toSorted((left, right) => left.start - right.start)
}

/** In the order of the text, none over another. Pure: the same text and rules give the same proposals. */
export function proposeMasks(original: string, kind: DocumentKindId, rules: readonly DisclosureRule[]): MaskProposal[] {
  const text = { pages: [{ number: 1, source: 'plain' as const, text: original, confidence: null }] }
  const facts = extractFacts(text, [{ page: 1, start: 0, end: original.length }], kind)
  const treatments = new Map(rulesOfKind(rules, 'treatment').map(({ subject, treatment }) => [subject, treatment]))
  const companies = facts.parties.filter((party) => party.kind === 'entity').flatMap(({ name }) => placesOf(original, name))
  const found = [...spellingsOf(original, [...fromFacts(facts), ...findDetails(original)])].flatMap(([words, subject]) =>
    placesOf(original, words).map(({ start, end }): MaskProposal => {
      const inCompanyName = NAMES.has(subject) && isInCompanyName(original, companies, { start, end })
      const treatment = inCompanyName ? 'keep' : (treatments.get(subject) ?? 'judge')
      return { start, end, subject, words: original.slice(start, end), treatment, inCompanyName }
    }),
  )
  return withoutOverlap(found)
}

/** A proposal as a mark on which nobody has decided. */
export function markOf({ start, end, subject }: Pick<MaskProposal, 'start' | 'end' | 'subject'>): MaskMark {
  return { start, end, subject, masked: null, by: 'rule' }
}

/** What the rules say, taken over for every mark that they settle; those that a person must judge stay open. */
export function decidedByRule(marks: readonly MaskMark[], proposals: readonly MaskProposal[]): MaskMark[] {
  const byPlace = new Map(proposals.map((one) => [`${one.start}-${one.end}`, one.treatment]))
  return marks.map((mark) => {
    const treatment = byPlace.get(`${mark.start}-${mark.end}`)
    if (mark.masked !== null || treatment === undefined || treatment === 'judge') return mark
    return { ...mark, masked: treatment === 'mask' }
  })
}
