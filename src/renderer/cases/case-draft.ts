/** A case while it is being typed in: everything is text until it is handed in. What is wrong, field by field. */
import { caseFieldsSchema, type CaseFields, type Citation, type Party } from '../../shared/cases/case.ts'
import type { ActionKind, CaseFlag, ConditionKind, EffectKind } from '../../shared/catalogue/vocabulary.ts'
import type { MethodInput } from '../../shared/contract/contract.ts'
import type { WordKey } from '../language/features.ts'
import { today } from '../ui/formats.ts'
import { parseAmount } from './parse-amount.ts'

export interface EffectDraft {
  readonly kind: EffectKind
  /** As typed; empty: no amount. */
  readonly amount: string
  readonly detail: string
}

export interface HandlerDraft {
  readonly personId: string | null
  readonly name: string
  readonly certificateNumber: string
}

export interface CaseDraft {
  readonly title: string
  readonly cause: string
  readonly submittingUnit: string
  readonly fileNumber: string
  readonly actionKinds: readonly ActionKind[]
  readonly party: Party
  readonly facts: string
  readonly actFrom: string | null
  readonly actTo: string | null
  readonly filedOn: string | null
  readonly receivedOn: string | null
  readonly effects: readonly EffectDraft[]
  readonly citations: readonly Citation[]
  readonly handlers: readonly HandlerDraft[]
  readonly flags: Readonly<Record<CaseFlag, boolean>>
  readonly conditions: Readonly<Partial<Record<ConditionKind, boolean>>>
}

export type CaseDraftChange = (part: Partial<CaseDraft>) => void

export const EMPTY_HANDLER: HandlerDraft = { personId: null, name: '', certificateNumber: '' }
export const EMPTY_EFFECT: EffectDraft = { kind: 'fine', amount: '', detail: '' }
export const EMPTY_CITATION: Citation = { law: '', article: '', paragraph: '', item: '', role: 'violated' }

/** @param receivedOn the day the form is opened: papers are mostly registered when they come in */
export function emptyCase(receivedOn: string): CaseDraft {
  return {
    title: '',
    cause: '',
    submittingUnit: '',
    fileNumber: '',
    actionKinds: ['penalty'],
    party: { kind: 'entity', name: '', codeKind: 'uscc', code: '', address: '', legalRepresentative: '' },
    facts: '',
    actFrom: null,
    actTo: null,
    filedOn: null,
    receivedOn,
    effects: [],
    citations: [],
    handlers: [EMPTY_HANDLER],
    flags: {
      publicInterest: false,
      socialRisk: false,
      majorRights: false,
      hearingHeld: false,
      complex: false,
      byLaw: false,
    },
    conditions: {},
  }
}

export function draftOfCase(fields: CaseFields): CaseDraft {
  return {
    ...fields,
    effects: fields.effects.map((effect) => ({
      ...effect,
      amount: effect.amount === null ? '' : String(effect.amount),
    })),
  }
}

type CaseInput = MethodInput<'cases.register'>['fields']

/** What is handed in. An amount that cannot be read becomes NaN, so that the check finds it. */
export function fieldsOfCase(draft: CaseDraft): CaseInput {
  return {
    ...draft,
    actionKinds: [...draft.actionKinds],
    receivedOn: draft.receivedOn ?? '',
    effects: draft.effects.map((effect) => {
      const amount = parseAmount(effect.amount)
      return { ...effect, amount: amount === undefined ? Number.NaN : amount }
    }),
    citations: draft.citations.map((citation) => ({ ...citation })),
    handlers: draft.handlers.map((handler) => ({ ...handler })),
    flags: { ...draft.flags },
    conditions: { ...draft.conditions },
  }
}

/** Path such as `party.name` or `effects.0.amount`, and what to tell. */
export type CaseErrors = ReadonlyMap<string, WordKey>

const OWN_WORDS: Readonly<Record<string, WordKey>> = {
  title: 'cases:errors.title',
  cause: 'cases:errors.cause',
  submittingUnit: 'cases:errors.submittingUnit',
  actionKinds: 'cases:errors.actionKinds',
  receivedOn: 'cases:errors.receivedOn',
  'party.name': 'cases:errors.partyName',
  handlers: 'cases:errors.handlers',
  'handlers.name': 'cases:errors.handlerName',
  'citations.law': 'cases:errors.law',
  'effects.amount': 'cases:errors.amount',
}
const DATES = ['actFrom', 'actTo', 'filedOn', 'receivedOn'] as const

function wordFor(path: readonly PropertyKey[], code: string, draft: CaseDraft): WordKey {
  const name = path.filter((part) => typeof part !== 'number').join('.')
  if (name === 'receivedOn' && draft.receivedOn !== null) return 'cases:errors.date'
  if (name === 'title' && code === 'too_big') return 'cases:errors.titleLong'
  const own = OWN_WORDS[name]
  if (own !== undefined && (code !== 'too_big' || name === 'party.name' || name === 'effects.amount')) return own
  if (DATES.some((one) => one === name)) return 'cases:errors.date'
  return code === 'too_big' ? 'cases:errors.tooLong' : 'cases:errors.other'
}

/** Everything that keeps the case from being registered; `latest` is the last day on which something can have happened. */
export function caseErrors(draft: CaseDraft, latest = today()): CaseErrors {
  const errors = new Map<string, WordKey>()
  const parsed = caseFieldsSchema.safeParse(fieldsOfCase(draft))
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join('.')
    if (!errors.has(path)) errors.set(path, wordFor(issue.path, issue.code, draft))
  }
  const { actFrom, actTo } = draft
  if (actFrom !== null && actTo !== null && !errors.has('actFrom') && !errors.has('actTo') && actTo < actFrom) {
    errors.set('actTo', 'cases:errors.dateOrder')
  }
  for (const name of DATES) if (!errors.has(name) && (draft[name] ?? '') > latest) errors.set(name, 'cases:errors.dateToCome')
  return errors
}

/** 案件名称 as it is usually made: party, cause, 案. */
export function composeTitle(partyName: string, cause: string): string {
  const name = partyName.trim()
  const act = cause.trim().replace(/案$/u, '')
  return name === '' || act === '' ? '' : [...`${name}${act}案`].slice(0, 200).join('')
}
