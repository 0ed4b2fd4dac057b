/**
 * A case against several parties (公司及其主要负责人) ends in a decision for each. The rules read one decision with its notice,
 * so such a file is read once for each party, without the decisions, notices and receipts of the others.
 */
import type { CaseDocument, CaseFile } from './case-file.ts'
import { sameParty } from './rules/case-parties.ts'
import { denseText } from './wording.ts'

/** More decisions than this are a register of cases, not a case. */
const MOST_PARTIES = 6

const of = (kind: string) => (document: CaseDocument): boolean => document.kind === kind

function sharesParty(one: CaseDocument, other: CaseDocument): boolean {
  return one.facts.parties.some((party) => other.facts.parties.some((another) => sameParty(party, another)))
}

/** Decisions of one party stand together: a draft and what became of it. */
function byParty(decisions: readonly CaseDocument[]): readonly (readonly CaseDocument[])[] {
  const groups: CaseDocument[][] = []
  for (const decision of decisions) {
    const group = groups.find((one) => one.some((other) => sharesParty(one[0] ?? other, decision)))
    if (group === undefined) groups.push([decision])
    else group.push(decision)
  }
  return groups
}

const ownNumber = (document: CaseDocument): string | null =>
  document.facts.numbers.find(({ role }) => role === 'own')?.text.replace(/\s/gu, '') ?? null

function without(file: CaseFile, left: ReadonlySet<CaseDocument>): CaseFile {
  const byKinds = new Map<string, readonly CaseDocument[]>()
  return {
    ...file,
    documents: file.documents.filter((document) => !left.has(document)),
    of(...kinds) {
      const key = kinds.join(' ')
      const known = byKinds.get(key) ?? file.of(...kinds).filter((document) => !left.has(document))
      byKinds.set(key, known)
      return known
    },
  }
}

/** The file once for each party that a decision of its own is for; empty where there is one such party or none. */
export function partyViews(file: CaseFile): readonly CaseFile[] {
  const decisions = file.documents.filter(of('decision'))
  if (decisions.some(({ facts }) => facts.parties.length === 0)) return []
  const groups = byParty(decisions)
  if (groups.length < 2 || groups.length > MOST_PARTIES) return []
  const notices = file.documents.filter(of('prior-notice'))
  return groups.map((own) => {
    const others = decisions.filter((decision) => !own.includes(decision))
    const mine = notices.filter((notice) => own.some((decision) => sharesParty(decision, notice)))
    const theirs = mine.length === 0 ? [] : notices.filter((notice) => !mine.includes(notice))
    const numbers = [...others, ...theirs].flatMap((document) => ownNumber(document) ?? [])
    const receipts = file.documents.filter((document) => {
      if (document.kind !== 'service-receipt') return false
      const words = denseText(document)
      const isMine = own.some((one) => words.includes(ownNumber(one) ?? '—'))
      return !isMine && numbers.some((number) => words.includes(number))
    })
    return without(file, new Set([...others, ...theirs, ...receipts]))
  })
}

/** Whether the places of a suspicion compare decisions of several parties, which no view of one party can. */
export function comparesDecisions(documents: readonly CaseDocument[]): boolean {
  return new Set(documents.filter(of('decision'))).size > 1
}
