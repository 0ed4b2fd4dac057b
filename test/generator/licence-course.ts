/** What becomes of an application for a licence (许可申请的办理), and when. */
import type { IsoDate } from '../../src/shared/values/values.ts'
import type { Later } from './days.ts'
import type { Random } from './random.ts'
import type { LicenceMatter } from './world.ts'

export interface LicenceDays {
  readonly applied: IsoDate
  readonly supplementTold: IsoDate
  readonly supplemented: IsoDate
  readonly accepted: IsoDate
  readonly checked: IsoDate
  readonly neighboursTold: IsoDate
  readonly neighboursAnswered: IsoDate
  readonly hearingNoticed: IsoDate
  readonly heard: IsoDate
  readonly hearingReported: IsoDate
  readonly proposed: IsoDate
  readonly reviewed: IsoDate
  readonly discussed: IsoDate
  readonly decided: IsoDate
  readonly served: IsoDate
  readonly published: IsoDate
}

export interface LicenceCourse {
  readonly matter: LicenceMatter
  readonly granted: boolean
  /** The application was not complete at first. */
  readonly supplement: boolean
  readonly days: LicenceDays
}

const latest = (...days: readonly IsoDate[]): IsoDate => days.reduce((one, other) => (one > other ? one : other))

/** Within five working days (补正) and twenty (决定) of the Administrative Licensing Law, articles 32 and 42. */
export function licenceCourseOf(matter: LicenceMatter, applied: IsoDate, later: Later, random: Random): LicenceCourse {
  const supplement = random.chance(0.5)
  const supplementTold = later(applied, random.int(1, 3))
  const supplemented = later(supplementTold, random.int(1, 3))
  const accepted = later(supplement ? supplemented : applied, random.int(1, 2))
  const checked = later(accepted, random.int(2, 3))
  const neighboursTold = later(checked, 1)
  const neighboursAnswered = later(neighboursTold, random.int(2, 3))
  const hearingNoticed = later(accepted, 1)
  const heard = later(hearingNoticed, random.int(8, 9))
  const hearingReported = later(heard, 1)
  const heardAll = latest(neighboursAnswered, matter.hearing ? hearingReported : neighboursAnswered)
  const proposed = later(heardAll, 1)
  const reviewed = later(proposed, 1)
  const discussed = later(reviewed, 1)
  const decided = later(discussed, random.int(0, 1))
  return {
    matter,
    granted: random.chance(0.6),
    supplement,
    days: {
      applied,
      supplementTold,
      supplemented,
      accepted,
      checked,
      neighboursTold,
      neighboursAnswered,
      hearingNoticed,
      heard,
      hearingReported,
      proposed,
      reviewed,
      discussed,
      decided,
      served: later(decided, random.int(1, 3)),
      published: later(decided, random.int(2, 5)),
    },
  }
}
