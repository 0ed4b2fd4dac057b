/** A defect that can be put into a clean case (植入缺陷): which rule must find it, where it fits, and what it changes. */
import type { CaseEdit } from '../case.ts'
import type { Later } from '../days.ts'
import type { Story } from '../story.ts'
import { voiceOf } from '../wording.ts'
import type { FileKind } from '../world.ts'
import { randomOf, type Random } from '../random.ts'
import type { IsoDate } from '../../../src/shared/values/values.ts'

export interface Plant {
  readonly ruleId: string
  /** Where one rule has several, what tells them apart. */
  readonly about?: string
  /** The kinds of files into which it can be put; penalties where not given. */
  readonly files?: readonly FileKind[]
  /** The cases of these into which it fits; all where not given. */
  readonly fits?: (story: Story) => boolean
  /** Another course of things; the papers are then written anew. */
  readonly story?: (story: Story, later: Later, random: Random) => Story
  /** Other papers, or other words in them. */
  readonly papers?: (edit: CaseEdit, story: Story) => void
}

/** A day as the papers of the case print it. */
export const printed = (story: Story, day: IsoDate): string => voiceOf(story, randomOf(0)).day(day)

export const withDays =
  (change: (days: Story['days'], later: Later) => Partial<Story['days']>): Required<Pick<Plant, 'story'>>['story'] =>
  (story, later) => ({ ...story, days: { ...story.days, ...change(story.days, later) } })

export const seizes = ({ course }: Story): boolean => course.seizure
export const tests = ({ course }: Story): boolean => course.test
export const hears = ({ course }: Story): boolean => course.hearing
export const defends = ({ course }: Story): boolean => course.defence
export const gains = ({ offence }: Story): boolean => offence.gain !== null
export const isCompany = ({ world }: Story): boolean => world.party === 'company'
export const isTrader = ({ world }: Story): boolean => world.party === 'trader'
export const isCitizen = ({ world }: Story): boolean => world.party === 'citizen'
export const hasGoods = ({ offence }: Story): boolean => offence.goods !== null && offence.goods.price > 0
export const inWorld =
  (...ids: readonly string[]) =>
  ({ world }: Story): boolean =>
    ids.includes(world.id)
