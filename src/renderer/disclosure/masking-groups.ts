/** The marks of a text as a person judges them: the same words once, with all their places. Pure. */
import type { TreatmentRow, MaskSubject } from '../../shared/catalogue/disclosure-rules.ts'
import type { MaskProposal } from '../../shared/disclosure/mask-proposals.ts'
import { bare, inOrder, type MaskMark } from '../../shared/disclosure/masks.ts'

export interface MarkGroup {
  readonly key: string
  readonly words: string
  readonly subject: MaskSubject
  readonly inCompanyName: boolean
  readonly byHand: boolean
  readonly marks: readonly MaskMark[]
  /** Null: open, or not all alike. */
  readonly masked: boolean | null
  readonly treatment: TreatmentRow | undefined
}

const placeOf = ({ start, end }: Pick<MaskMark, 'start' | 'end'>): string => `${start}-${end}`

/** In the order in which the words first stand in the text. Part of a company's name is judged apart. */
export function groupsOf(original: string, marks: readonly MaskMark[], proposals: readonly MaskProposal[], treatments: readonly TreatmentRow[]): MarkGroup[] {
  const inCompany = new Set(proposals.filter((one) => one.inCompanyName).map(placeOf))
  const groups = new Map<string, MaskMark[]>()
  for (const mark of inOrder(marks)) {
    const key = `${bare(original.slice(mark.start, mark.end))}/${mark.subject}/${inCompany.has(placeOf(mark))}`
    groups.set(key, [...(groups.get(key) ?? []), mark])
  }
  return [...groups].flatMap(([key, found]) => {
    const [first] = found
    if (first === undefined) return []
    const alike = found.every(({ masked }) => masked === first.masked)
    return [
      {
        key,
        words: original.slice(first.start, first.end),
        subject: first.subject,
        inCompanyName: inCompany.has(placeOf(first)),
        byHand: first.by === 'person',
        marks: found,
        masked: alike ? first.masked : null,
        treatment: treatments.find(({ subject }) => subject === first.subject),
      },
    ]
  })
}

/** The marks with those of a group decided. */
export function decideGroup(marks: readonly MaskMark[], group: MarkGroup, masked: boolean): MaskMark[] {
  const places = new Set(group.marks.map(placeOf))
  return marks.map((mark) => (places.has(placeOf(mark)) ? { ...mark, masked } : mark))
}

export function withoutGroup(marks: readonly MaskMark[], group: MarkGroup): MaskMark[] {
  const places = new Set(group.marks.map(placeOf))
  return marks.filter((mark) => !places.has(placeOf(mark)))
}
