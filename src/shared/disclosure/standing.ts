/** How the disclosure of a decision stands (公开情况), from what was registered. Pure. */
import type { DutyRow } from '../catalogue/disclosure-rules.ts'
import type { ClockMoment } from '../deadlines/clock.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

/**
 * `none`: nothing is decided. `due`: to be published. `published`, `withheld` (不予公开, approved). `toWithdraw`: it is public
 * and was changed. `withdrawn` (已撤回公开).
 */
export const DISCLOSURE_STATUSES = ['none', 'due', 'published', 'withheld', 'toWithdraw', 'withdrawn'] as const
export type DisclosureStatus = (typeof DISCLOSURE_STATUSES)[number]

export const DISCLOSURE_STATUS_LABELS: Record<DisclosureStatus, Bilingual> = {
  none: both('尚无决定', 'Nothing decided yet'),
  due: both('待公开', 'To be published'),
  published: both('已公开', 'Published'),
  withheld: both('不予公开', 'Not published'),
  toWithdraw: both('待撤回公开', 'To be withdrawn'),
  withdrawn: both('已撤回公开', 'Withdrawn'),
}

/** 变更、撤销、确认违法、确认无效（行政处罚法 48 para. 2）, and what 118号 (6) adds: 要求重新作出. */
export const CHANGE_OUTCOMES = ['changed', 'annulled', 'unlawful', 'void', 'remade'] as const
export type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number]

export const CHANGE_OUTCOME_LABELS: Record<ChangeOutcome, Bilingual> = {
  changed: both('变更', 'Changed'),
  annulled: both('撤销', 'Annulled'),
  unlawful: both('确认违法', 'Confirmed unlawful'),
  void: both('确认无效', 'Confirmed void'),
  remade: both('要求重新作出', 'Ordered to be made anew'),
}

export interface PublishedAt {
  readonly id: string
  readonly place: string
  readonly publishedOn: IsoDate
}

export interface ChangeOfDecision {
  readonly changedOn: IsoDate
  /** When all of it that was public came down, and the reasons were told; null: not yet. */
  readonly withdrawnOn: IsoDate | null
  /** Of what was public when it was changed. */
  readonly publications: readonly string[]
}

export interface Registered {
  readonly decided: boolean
  readonly duties: readonly Pick<DutyRow, 'places'>[]
  /** Of the decision itself, see {@link ofDecision}. */
  readonly publications: readonly PublishedAt[]
  readonly withheldOn: IsoDate | null
  /** Oldest first. */
  readonly changes: readonly ChangeOfDecision[]
}

const PUBLISHED = both('公开', 'Published')
const WITHHELD = both('批准不予公开', 'Approved not to be published')
const CHANGED_BEFORE = both('公开前决定已被变更、撤销', 'Changed before it was published')

/**
 * Those of the decision itself: what was published before its day was another one, such as one that was made before the review and
 * made anew after it.
 */
export function ofDecision<One extends Pick<PublishedAt, 'publishedOn'>>(publications: readonly One[], decidedOn: IsoDate): One[] {
  return publications.filter(({ publishedOn }) => publishedOn >= decidedOn)
}

/** The publication that met the duty: the first at one of its places; null where none did. */
export function metBy(duty: Pick<DutyRow, 'places'>, publications: readonly PublishedAt[]): PublishedAt | null {
  const at = publications.filter(({ place }) => duty.places.includes(place))
  return at.toSorted((one, other) => (one.publishedOn < other.publishedOn ? -1 : one.publishedOn > other.publishedOn ? 1 : 0))[0] ?? null
}

/** What ended the time of a duty; null while it runs. */
export function dutyStop(duty: Pick<DutyRow, 'places'>, { publications, withheldOn, changes }: Registered): ClockMoment | null {
  const met = metBy(duty, publications)
  if (met !== null) return { day: met.publishedOn, at: null, label: PUBLISHED }
  if (withheldOn !== null) return { day: withheldOn, at: null, label: WITHHELD }
  const [first] = changes
  return first === undefined ? null : { day: first.changedOn, at: null, label: CHANGED_BEFORE }
}

/** Every duty is met by a publication, or the decision is withheld. */
export function isSettled({ duties, publications, withheldOn }: Pick<Registered, 'duties' | 'publications' | 'withheldOn'>): boolean {
  return withheldOn !== null || (duties.length > 0 && duties.every((duty) => metBy(duty, publications) !== null))
}

/** The day on which the last duty was met. */
export function settledOn({ duties, publications, withheldOn }: Pick<Registered, 'duties' | 'publications' | 'withheldOn'>): IsoDate | null {
  if (withheldOn !== null) return withheldOn
  const days = duties.map((duty) => metBy(duty, publications)?.publishedOn ?? null)
  if (days.length === 0 || days.includes(null)) return null
  return days.reduce((last, day) => ((day ?? '') > (last ?? '') ? day : last))
}

export function statusOf(registered: Registered): DisclosureStatus {
  const { decided, publications, withheldOn, changes } = registered
  if (!decided) return 'none'
  if (changes.some(({ withdrawnOn, publications: up }) => withdrawnOn === null && up.length > 0)) return 'toWithdraw'
  if (changes.some(({ withdrawnOn }) => withdrawnOn !== null)) return 'withdrawn'
  if (withheldOn !== null) return 'withheld'
  if (publications.length > 0 && isSettled(registered)) return 'published'
  return 'due'
}
