/** A sheet while it is filled in: what is whole of it is saved, what is not stays on the screen. */
import type { EvaluationStandard } from '../../shared/catalogue/evaluation-standards.ts'
import { deductionSchema, itemMarkSchema, vetoMarkSchema, type ItemMark, type Sheet, type VetoMark } from '../../shared/evaluation/sheet.ts'

export interface DeductionDraft {
  readonly points: number | null
  readonly reason: string
}

export interface ItemDraft {
  readonly mark: ItemMark['mark'] | null
  readonly deductions: readonly DeductionDraft[]
  readonly reason: string
}

export interface VetoDraft {
  readonly present: boolean | null
  readonly reason: string
}

export interface SheetDraft {
  readonly vetoes: Readonly<Record<string, VetoDraft>>
  readonly items: Readonly<Record<string, ItemDraft>>
  readonly comment: string
}

export const NO_ITEM: ItemDraft = { mark: null, deductions: [], reason: '' }
export const NO_VETO: VetoDraft = { present: null, reason: '' }

export function draftOf({ vetoes, items, comment }: Sheet): SheetDraft {
  return {
    comment,
    vetoes: Object.fromEntries(vetoes.map((mark) => [mark.id, { present: mark.present, reason: mark.present ? mark.reason : '' }])),
    items: Object.fromEntries(
      items.map((mark) => [
        mark.id,
        { mark: mark.mark, deductions: mark.mark === 'deducted' ? mark.deductions : [], reason: mark.mark === 'notApplicable' ? mark.reason : '' },
      ]),
    ),
  }
}

/** Whether a deduction can stand: points that the line has, and a reason. */
export function isWhole({ points, reason }: DeductionDraft, most: number): boolean {
  return deductionSchema.safeParse({ points, reason }).success && (points ?? 0) <= most
}

/** The mark of a line, where it is whole; undefined: it counts as not marked. */
export function itemMark(id: string, { mark, deductions, reason }: ItemDraft, most: number): ItemMark | undefined {
  if (mark === null) return undefined
  const given = mark === 'full' ? { id, mark } : mark === 'notApplicable' ? { id, mark, reason } : { id, mark, deductions }
  const whole = mark !== 'deducted' || deductions.every((one) => isWhole(one, most))
  return whole ? itemMarkSchema.safeParse(given).data : undefined
}

function vetoMark(id: string, { present, reason }: VetoDraft): VetoMark | undefined {
  return vetoMarkSchema.safeParse(present === true ? { id, present, reason } : { id, present }).data
}

/** What of the draft can be saved. */
export function sheetFrom({ vetoes, groups }: Pick<EvaluationStandard, 'vetoes' | 'groups'>, draft: SheetDraft): Sheet {
  return {
    vetoes: vetoes.flatMap(({ id }) => vetoMark(id, draft.vetoes[id] ?? NO_VETO) ?? []),
    items: groups.flatMap(({ items }) => items).flatMap(({ id, points }) => itemMark(id, draft.items[id] ?? NO_ITEM, points) ?? []),
    comment: draft.comment.trim(),
  }
}
