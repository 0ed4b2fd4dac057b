/** What happened in an invented case (案情), before anything of it is written: who, when, how much. */
import type { StatutoryCalendar } from '../../src/shared/deadlines/calendar.ts'
import { isoDate, type IsoDate } from '../../src/shared/values/values.ts'
import { laterBy, scheduleOf, type Days } from './days.ts'
import { licenceCourseOf, type LicenceCourse } from './licence-course.ts'
import { brandOf, creditCode, namesOf, placeOf, residentId, streetOf, type Place } from './people.ts'
import type { Random } from './random.ts'
import type { Offence, World } from './world.ts'
import { WORLDS } from './worlds.ts'

export interface Party {
  readonly name: string
  /** 你公司 */
  readonly you: string
  /** 我公司 */
  readonly we: string
  /** Unified social credit code, or the citizen's identity number. */
  readonly code: string
  /** Legal representative or operator; the citizen himself. */
  readonly head: string
  readonly headId: string
  readonly address: string
}

export interface Officer {
  readonly name: string
  readonly certificate: string
}

/** What differs from case to case beside the words. */
export interface Course {
  readonly seizure: boolean
  readonly urgent: boolean
  readonly extended: boolean
  readonly test: boolean
  readonly hearing: boolean
  readonly defence: boolean
  readonly preservation: boolean
  /** An agent of the party takes part. */
  readonly agent: boolean
  /** The discretion is reckoned by factors with percentages, not by a cell of the benchmark. */
  readonly factors: boolean
  readonly heavy: boolean
}

/** How the papers of this agency look. */
export interface Habits {
  readonly rows: 'colon' | 'table'
  readonly marks: 'full' | 'ascii'
  /** 3月4日 or 03月04日 */
  readonly padded: boolean
  readonly times: 'characters' | 'colon'
  readonly names: 'numbered' | 'dashed' | 'plain'
  /** Some files hold two documents. */
  readonly joined: boolean
  readonly gap: '　' | ' '
}

export interface Story {
  readonly seed: number
  readonly world: World
  readonly offence: Offence
  readonly place: Place
  /** 县 or 市 of the agency. */
  readonly area: string
  readonly agency: string
  readonly short: string
  readonly unit: string
  readonly government: string
  readonly court: string
  readonly party: Party
  readonly actPlace: string
  readonly officers: readonly [Officer, Officer]
  readonly unitHead: string
  readonly heads: readonly [string, string, string]
  readonly reviewer: string
  readonly chair: string
  readonly clerk: string
  readonly staff: string
  readonly agent: string
  readonly witness: string
  readonly tester: string
  readonly days: Days
  readonly number: number
  readonly year: string
  readonly course: Course
  readonly habits: Habits
  readonly sampleNumber: string
  /** What becomes of an application; null in every other file. */
  readonly licence: LicenceCourse | null
}

function partyOf(world: World, place: Place, area: string, address: string, head: string, random: Random): Party {
  const headId = residentId(place.division, random)
  if (world.party === 'citizen') return { name: head, you: '你', we: '我', code: headId, head, headId, address }
  const name = `${area}${brandOf(random)}${world.trade}`
  const code = creditCode(world.party === 'company' ? '91' : '92', place.division, random)
  const short = world.party === 'company' ? '公司' : '店'
  return { name, you: `你${short}`, we: `我${short}`, code, head, headId, address }
}

function courseOf(world: World, heavy: boolean, random: Random): Course {
  const hearing = world.hearing === 'always' || heavy
  const seizure = world.seizure !== null
  return {
    seizure,
    urgent: seizure && random.chance(0.5),
    extended: seizure,
    test: world.test !== null,
    hearing,
    defence: hearing || random.chance(0.7),
    preservation: !seizure && random.chance(0.5),
    agent: world.party === 'company' && random.chance(0.6),
    factors: random.chance(0.4),
    heavy,
  }
}

function habitsOf(random: Random): Habits {
  return {
    rows: random.pick(['colon', 'table']),
    marks: random.pick(['full', 'full', 'ascii']),
    padded: random.chance(0.3),
    times: random.pick(['characters', 'characters', 'colon']),
    names: random.pick(['numbered', 'dashed', 'plain']),
    joined: random.chance(0.6),
    gap: random.pick(['　', ' ']),
  }
}

/** First days on which a case may begin, so that no long holiday lies in a short limit. */
const STARTS: readonly (readonly [string, number])[] = [
  ['2025-03-03', 90],
  ['2025-05-12', 60],
  ['2026-03-02', 50],
]

function startOf(random: Random): IsoDate {
  const [first, days] = random.pick(STARTS)
  const day = new Date(`${first}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + random.int(0, days))
  return isoDate(day.toISOString().slice(0, 10))
}

export function storyOf(
  seed: number,
  calendar: StatutoryCalendar,
  random: Random,
  world: World = random.pick(WORLDS),
): Story {
  const place = placeOf(random)
  const area = world.level === 'city' ? place.city : place.county
  const offence = world.offence(random)
  const heavy = offence.fine >= 100_000
  const course = courseOf(world, heavy, random)
  const name = namesOf(random)
  const address = `${area}${world.level === 'city' ? place.district : '城关镇'}${streetOf(random)}`
  const party = partyOf(world, place, area, address, name(), random)
  const prefix = `${place.division.slice(0, 4)}${random.int(11, 19)}`
  const certificate = (): string => `${prefix}${random.int(10_000, 99_999)}`
  const officers: readonly [Officer, Officer] = [
    { name: name(), certificate: certificate() },
    { name: name(), certificate: certificate() },
  ]
  const days = scheduleOf(
    startOf(random),
    { urgent: course.urgent, test: course.test, hearing: course.hearing, actBefore: random.int(12, 40) },
    laterBy(calendar),
    random,
  )
  return {
    seed,
    world,
    offence,
    place,
    area,
    course,
    days,
    party,
    officers,
    agency: `${area}${world.office}`,
    short: `${area.slice(0, 1)}${world.short}`,
    unit: `${area}${world.unit}`,
    government: `${area}人民政府`,
    court: world.level === 'city' ? `${area}${place.district}人民法院` : `${area}人民法院`,
    actPlace: `${address}${world.place}`,
    unitHead: name(),
    heads: [name(), name(), name()],
    reviewer: name(),
    chair: name(),
    clerk: name(),
    staff: name(),
    agent: name(),
    witness: name(),
    tester: name(),
    number: random.int(2, 48),
    year: days.filed.slice(0, 4),
    habits: habitsOf(random),
    licence: world.licence === undefined ? null : licenceCourseOf(world.licence, days.clue, laterBy(calendar), random),
    sampleNumber: `YP${days.sampled.slice(0, 4)}-${String(random.int(11, 480)).padStart(4, '0')}`,
  }
}
