/** All that Home shows, of a hundred thousand cases, in one answer of the core. */
import type { MethodOutput } from '../src/shared/contract/contract.ts'
import { personFieldsSchema, type SignedInPerson } from '../src/shared/people/contract.ts'
import type { PersonId } from '../src/shared/values/values.ts'
import { openWorkstation } from '../src/main/core/workstation.ts'
import type { Reader } from '../src/main/store/database.ts'
import { timedAsync, timesOf, type Times } from './measure.ts'
import { atMost, ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, stationWithManyCases, type BenchStation } from './stations.ts'

const RUNS = 15
const GOAL = 100
/** The day after the newest case came in. */
const NOW = (): Date => new Date(2026, 10, 21, 9)
const ROLES = ['handler', 'reviewer', 'head', 'agencyHead', 'supervisor'] as const

/** Of the people of a role, the one with the most cases of their own. */
function busiest(reader: Reader, role: (typeof ROLES)[number]): SignedInPerson {
  const people = reader
    .all<{ id: PersonId; fields: string }>('SELECT id, fields FROM people')
    .map(({ id, fields }) => ({ id, ...personFieldsSchema.parse(JSON.parse(fields)) }))
    .filter(({ roles }) => roles.includes(role))
  const own = (id: PersonId): number =>
    reader.get<{ n: number }>('SELECT (SELECT count(*) FROM cases WHERE reviewer_id = ?) + (SELECT count(*) FROM case_handlers WHERE person_id = ?) AS n', id, id)?.n ?? 0
  const [first] = people.toSorted((a, b) => own(b.id) - own(a.id))
  if (first === undefined) throw new Error(`the station has nobody with the role ${role}`)
  return { id: first.id, name: first.name, login: first.login, roles: first.roles }
}

interface Measured {
  readonly role: string
  /** On a store that was just opened. */
  readonly first: number
  readonly again: Times
}

async function measure({ folder, dataKey }: BenchStation, role: (typeof ROLES)[number]): Promise<Measured> {
  const workstation = await openWorkstation(folder, dataKey, { resourcesFolder, read: false, now: NOW })
  try {
    const caller = workstation.connect()
    workstation.signIn(caller, busiest(workstation.workbench.reader, role))
    const ask = async (): Promise<void> => {
      const reply = await workstation.dispatch('home.summary', { scope: null }, caller)
      if (!reply.ok) throw new Error(reply.error.code)
      const { figures } = reply.value as MethodOutput<'home.summary'>
      if (figures.every(({ count }) => count === 0)) throw new Error(`${role} has nothing to show`)
    }
    const first = await timedAsync(ask)
    const times: number[] = []
    for (let run = 0; run < RUNS; run += 1) times.push(await timedAsync(ask))
    return { role, first, again: timesOf(times) }
  } finally {
    workstation.close()
  }
}

export const home: Subject = {
  name: 'home',
  title: '100,000 cases in an encrypted store, all figures and lines of Home in one answer',
  async run(say): Promise<SubjectReport> {
    const station = await stationWithManyCases(say)
    const measured: Measured[] = []
    for (const role of ROLES) measured.push(await measure(station, role))
    const findings = measured.flatMap(({ role, first, again }): Finding[] => [
      { what: `${role}, first after opening`, measured: ms(first), goal: atMost(GOAL, first) },
      { what: `${role}, p95`, measured: ms(again.p95), goal: atMost(GOAL, again.p95) },
    ])
    return { findings, notes: [`${RUNS} runs each; of each role the person with the most cases.`] }
  },
}
