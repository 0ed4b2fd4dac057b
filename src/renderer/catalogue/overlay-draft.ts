/** An overlay while it is being written: plain data in the shape of its file. Pure. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { Overlay } from '../../shared/catalogue/overlay.ts'
import type { OverlayProblem } from '../../shared/catalogue/station-overlay.ts'

export type Row = Readonly<Record<string, unknown>>
export type DraftOperation = Row & { readonly operation: 'add' | 'tighten' | 'hide'; readonly subject: string }

export interface OverlayDraft {
  readonly id: string
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  readonly level: Overlay['level']
  readonly region: string | null
  readonly source: string
  readonly version: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly operations: readonly DraftOperation[]
}

const both = { 'zh-CN': '', en: '' }

export function newOverlay(today: string): OverlayDraft {
  return { id: 'agency', title: both, level: 'agency', region: null, source: '', version: '1.0.0', validFrom: today, validTo: null, operations: [] }
}

/** The next version of one that was saved. */
export function nextVersion(overlay: Overlay): OverlayDraft {
  const [major = 1, minor = 0] = overlay.version.split('.').map(Number)
  return { ...(overlay as unknown as OverlayDraft), validTo: overlay.validTo ?? null, version: `${major}.${minor + 1}.0` }
}

/** Null where it is no JSON object that looks like an overlay; what is wrong inside is told by the check. */
export function readOverlayFile(text: string): OverlayDraft | null {
  try {
    const given = JSON.parse(text) as Partial<OverlayDraft> | null
    if (typeof given !== 'object' || given === null || !Array.isArray(given.operations) || typeof given.id !== 'string') return null
    return { ...newOverlay(''), ...given }
  } catch {
    return null
  }
}

/** The text of its file; an English text that is left empty is the Chinese one. */
export function overlayText(draft: OverlayDraft): string {
  return JSON.stringify(draft, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('zh-CN' in value) || !('en' in value)) return value
    return { ...value, en: value.en === '' ? value['zh-CN'] : value.en }
  }, 2)
}

export const NEW_OPERATIONS = ['addQuestion', 'addTrigger', 'tighten', 'hide'] as const
export type NewOperation = (typeof NEW_OPERATIONS)[number]

export function newOperation(kind: NewOperation, draft: OverlayDraft, catalogue: Catalogue): DraftOperation {
  const common = { basis: [], noBasisBecause: both, validFrom: draft.validFrom, validTo: null, source: draft.source, verified: false }
  switch (kind) {
    case 'hide':
      return { operation: 'hide', subject: 'questions', id: '', reason: '', source: draft.source }
    case 'tighten':
      return { operation: 'tighten', subject: 'questions', id: '', set: {}, basis: [], source: draft.source, verified: false }
    case 'addQuestion':
      return {
        operation: 'add',
        subject: 'questions',
        row: {
          ...common,
          id: freeNumber(draft, catalogue, 5),
          heading: 'law',
          text: both,
          lookIn: both,
          typicalDefect: both,
          severity: 'C',
          actionKinds: ['penalty'],
          onlyWhen: [],
          mayNotApply: true,
          finding: both,
          suggestion: both,
        },
      }
    case 'addTrigger':
      return {
        operation: 'add',
        subject: 'majorTriggers',
        row: {
          ...common,
          id: `${draft.id}.fine`,
          name: both,
          explanation: both,
          consequence: 'major',
          actionKinds: ['penalty'],
          sector: null,
          region: null,
          kind: 'amount',
          partyKind: 'entity',
          effectKinds: ['fine'],
          threshold: 100_000,
          inclusive: true,
          addedUp: false,
        },
      }
  }
}

/** Numbers from 901 on are the agency's own. */
const FIRST_OWN = 901

export function freeNumber(draft: OverlayDraft, catalogue: Catalogue, heading: number): string {
  const taken = new Set([...catalogue.questions, ...catalogue.hidden].map(({ id }) => id))
  for (const { row } of draft.operations) taken.add(String(Object(row).id))
  for (let number = FIRST_OWN; ; number += 1) {
    if (!taken.has(`${heading}.${number}`)) return `${heading}.${number}`
  }
}

/** A basis and the reason for having none exclude each other. */
export function withBasis(row: Row, law: string, article: number | null): Row {
  const { noBasisBecause, ...rest } = row
  if (law === '') return { ...rest, basis: [], noBasisBecause: noBasisBecause ?? both }
  return { ...rest, basis: [article === null ? { law } : { law, article }] }
}

/** What is wrong at a field of an operation (or of the overlay where `operation` is null). */
export function problemAt(problems: readonly OverlayProblem[], operation: number | null, field: string): string | undefined {
  return problems.find((one) => one.operation === operation && (one.field === field || one.field.startsWith(`${field}.`)))?.problem
}
