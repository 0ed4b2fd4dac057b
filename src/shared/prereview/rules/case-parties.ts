/** The parties (当事人) that the documents of a case name. */
import type { PartyFact } from '../../facts/facts.ts'
import type { CaseDocument, CaseFile } from '../case-file.ts'
import { placeOf } from '../places.ts'
import type { Place } from '../rule.ts'
import { compareNames } from './same-name.ts'
import { DECISION_KINDS } from './document-groups.ts'

export interface NamedParty extends Place {
  readonly fact: PartyFact
}

export function partiesOf(documents: readonly CaseDocument[]): readonly NamedParty[] {
  return documents.flatMap((document) => {
    // In its application to the court (申请人：…局) the agency is a party of another procedure.
    const issuers = document.facts.agencies.filter(({ role }) => role === 'issuer').map(({ name }) => name)
    const isAgency = (name: string): boolean => issuers.includes(name) || /(?:人民政府|管理局|委员会|局)$/u.test(name)
    return document.facts.parties
      .filter(({ name }) => document.kind !== 'execution-decision' || !isAgency(name))
      .map((fact) => ({ ...placeOf(document, fact), fact }))
  })
}

/** Those whom the act concerns: of the decision, where there is none yet of the notice, else of the filing form. */
export function addressedParties(file: CaseFile): readonly NamedParty[] {
  for (const kinds of [DECISION_KINDS, ['prior-notice'], ['measure-decision'], ['filing-form']]) {
    const found = partiesOf(file.of(...kinds))
    if (found.length > 0) return found
  }
  return []
}

/** Whether two documents speak of one and the same, a slip of the pen included. */
export function sameParty(one: PartyFact, other: PartyFact): boolean {
  if (compareNames(one.name, other.name) !== 'different') return true
  // Who has the same head at the same address is the same, under a name that was written wrongly.
  const [head, place] = [one.legalRepresentative?.name, one.address?.text.replace(/\s/gu, '')]
  if (head !== undefined && place !== undefined && head === other.legalRepresentative?.name && place === other.address?.text.replace(/\s/gu, ''))
    return true
  return one.codes.some(({ text, whole }) => whole && other.codes.some((code) => code.text === text))
}

/** Recognised characters confuse O and 0, 土 and 士: not good enough to compare letter by letter. */
export function isRecognised({ document, passage }: Place): boolean {
  return document.file.text.pages.find(({ number }) => number === passage.page)?.source === 'ocr'
}
