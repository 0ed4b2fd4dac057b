/** What the file shows for certain by holding a document: kinds of act, flags of a major decision, circumstances. */
import type { ActionKind, CaseFlag, ConditionKind } from '../catalogue/vocabulary.ts'
import type { DocumentKindId } from './document-part.ts'
import { sourceAt, titlePassage, type CaseProposal, type FiledDocument, type Proposed } from './proposal-field.ts'

/** Less sure than this, a document's kind proves nothing. */
const CERTAIN = 0.6

/** A circumstance is there when the file holds one of these documents. That none is there proves nothing. */
const SHOWN_BY: readonly { readonly condition: ConditionKind; readonly kinds: readonly DocumentKindId[] }[] = [
  { condition: 'hearingHeld', kinds: ['hearing-record', 'hearing-report'] },
  { condition: 'defenceMade', kinds: ['defence', 'recheck-opinion'] },
  { condition: 'measureTaken', kinds: ['measure-decision', 'measure-record', 'measure-extension', 'measure-release'] },
  { condition: 'preservation', kinds: ['preservation-paper'] },
  { condition: 'sampling', kinds: ['sampling-record', 'test-report', 'test-notice'] },
  { condition: 'collectiveDiscussion', kinds: ['discussion-minutes'] },
  { condition: 'delegated', kinds: ['enforcement-delegation'] },
  { condition: 'exhibits', kinds: ['goods-list', 'measure-release'] },
  { condition: 'transferMade', kinds: ['transfer-paper'] },
  { condition: 'suspectedCrime', kinds: ['transfer-paper'] },
  { condition: 'thirdParty', kinds: ['interested-party-paper'] },
  { condition: 'expertOpinion', kinds: ['expert-opinion'] },
]

const FLAGS_SHOWN_BY: readonly { readonly flag: CaseFlag; readonly kinds: readonly DocumentKindId[] }[] = [
  { flag: 'hearingHeld', kinds: ['hearing-record', 'hearing-report'] },
]

/** The first that is there decides; where a penalty is proposed, a seizure before it belongs to the penalty case. */
const ACTS: readonly { readonly acts: readonly ActionKind[]; readonly kinds: readonly DocumentKindId[] }[] = [
  { acts: ['compulsoryExecution'], kinds: ['execution-decision', 'urging-notice'] },
  {
    acts: ['penalty'],
    kinds: ['decision', 'no-penalty-decision', 'prior-notice', 'discretion-sheet', 'hearing-record'],
  },
  { acts: ['licence'], kinds: ['licence-decision', 'licence-application'] },
  { acts: ['penalty'], kinds: ['investigation-report', 'filing-form'] },
  { acts: ['compulsoryMeasure'], kinds: ['measure-decision', 'measure-approval', 'measure-record'] },
  { acts: ['inspection'], kinds: ['inspection-plan'] },
]

function first(documents: readonly FiledDocument[], kinds: readonly DocumentKindId[]): FiledDocument | undefined {
  const certain = documents.filter(({ kind, confidence }) => kinds.includes(kind) && confidence >= CERTAIN)
  return [...certain].sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))[0]
}

function shown<Value>(document: FiledDocument, value: Value): Proposed<Value> {
  return { value, source: sourceAt(document, titlePassage(document)), alternatives: [] }
}

export function proposedActs(documents: readonly FiledDocument[]): CaseProposal['actionKinds'] {
  const found = ACTS.flatMap(({ acts, kinds }) => {
    const document = first(documents, kinds)
    return document === undefined ? [] : [{ acts, document }]
  })
  const [main] = found
  if (main === undefined) return undefined
  const others = found.filter(({ acts }) => acts.some((act) => !main.acts.includes(act)))
  const together = others.map(({ acts, document }) => ({
    value: [...main.acts, ...acts],
    source: sourceAt(document, titlePassage(document)),
  }))
  return { ...shown(main.document, main.acts), alternatives: together }
}

/** Whether the document itself says that a party was told of its right to a hearing. */
function hearingTold(documents: readonly FiledDocument[]): CaseProposal['conditions.hearingRight'] {
  const notice = documents.find(
    ({ kind, confidence, facts }) =>
      kind === 'prior-notice' && confidence >= CERTAIN && facts.rights.some((right) => right.kind === 'hearing'),
  )
  const right = notice?.facts.rights.find(({ kind }) => kind === 'hearing')
  if (notice === undefined || right === undefined) return undefined
  return { value: true, source: sourceAt(notice, right.passage), alternatives: [] }
}

/** A confiscation of illegal gain that is proposed or ordered. */
function gainFound(documents: readonly FiledDocument[]): CaseProposal['conditions.illegalGain'] {
  for (const document of documents.filter(({ kind }) => kind === 'decision' || kind === 'prior-notice')) {
    const gain = document.facts.measures.find(({ kind, yuan }) => kind === 'confiscateGain' && (yuan ?? 0) > 0)
    if (gain !== undefined) return { value: true, source: sourceAt(document, gain.passage), alternatives: [] }
  }
  return undefined
}

export function proposedConditions(documents: readonly FiledDocument[]): CaseProposal {
  const found: [string, Proposed<boolean>][] = []
  for (const { condition, kinds } of SHOWN_BY) {
    const document = first(documents, kinds)
    if (document !== undefined) found.push([`conditions.${condition}`, shown(document, true)])
  }
  for (const { flag, kinds } of FLAGS_SHOWN_BY) {
    const document = first(documents, kinds)
    if (document !== undefined) found.push([`flags.${flag}`, shown(document, true)])
  }
  const told = hearingTold(documents)
  if (told !== undefined) found.push(['conditions.hearingRight', told])
  const gain = gainFound(documents)
  if (gain !== undefined) found.push(['conditions.illegalGain', gain])
  return Object.fromEntries(found) as CaseProposal
}
