/** The board of clocks over a hundred thousand cases: everything that is over or near, in one answer of the core. */
import { v7 as uuidv7 } from 'uuid'
import type { MethodOutput } from '../src/shared/contract/contract.ts'
import { personFieldsSchema, type SignedInPerson } from '../src/shared/people/contract.ts'
import type { BoardFilter } from '../src/shared/deadlines/contract.ts'
import type { CaseId, PersonId } from '../src/shared/values/values.ts'
import { openWorkstation, type Workstation } from '../src/main/core/workstation.ts'
import { countAllStale, staleCases } from '../src/main/deadlines/due-index.ts'
import type { Reader } from '../src/main/store/database.ts'
import { timedAsync, timesOf } from './measure.ts'
import { atMost, ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, stationWithManyCases } from './stations.ts'

const RUNS = 15
const GOAL = 100
/** The day after the newest case came in. */
const NOW = (): Date => new Date('2026-11-21T01:00:00.000Z')
const EVERYTHING: BoardFilter = { light: null, subject: null, desk: null, personId: null }

function head(reader: Reader): SignedInPerson {
  const found = reader
    .all<{ id: PersonId; fields: string }>('SELECT id, fields FROM people')
    .map(({ id, fields }) => ({ id, ...personFieldsSchema.parse(JSON.parse(fields)) }))
    .find(({ roles }) => roles.includes('head'))
  if (found === undefined) throw new Error('the station has no head')
  return { id: found.id, name: found.name, login: found.login, roles: found.roles }
}

async function measured(workstation: Workstation, say: (line: string) => void): Promise<SubjectReport> {
  const { workbench } = workstation
  const caller = workstation.connect()
  workstation.signIn(caller, head(workbench.reader))
  const waiting = staleCases(workbench)
  say(`${waiting} cases to count`)
  const counting = await timedAsync(() => countAllStale(workbench))
  let shown: MethodOutput<'deadlines.board'> | undefined
  const ask = (filter: BoardFilter, offset = 0) => async (): Promise<void> => {
    const reply = await workstation.dispatch('deadlines.board', { filter, offset }, caller)
    if (!reply.ok) throw new Error(reply.error.code)
    shown = reply.value as MethodOutput<'deadlines.board'>
    if (shown.rows.length === 0) throw new Error('the board is empty')
  }
  const several = async (work: () => Promise<void>): Promise<number> => {
    const times: number[] = []
    for (let run = 0; run < RUNS; run += 1) times.push(await timedAsync(work))
    return timesOf(times).p95
  }
  const first = await timedAsync(ask(EVERYTHING))
  const again = await several(ask(EVERYTHING))
  const { total = 0, cases = 0, rows = [] } = shown ?? {}
  const filtered = await several(ask({ ...EVERYTHING, light: 'red', subject: rows[0]?.clock.subject ?? null }))
  const deep = await several(ask(EVERYTHING, Math.max(0, total - 100)))
  const changed = rows[0]?.caseId ?? (uuidv7() as CaseId)
  const afterAct = await several(async () => {
    workbench.withoutAudit('bench', (writer) => writer.run('INSERT OR IGNORE INTO clock_stale (case_id) VALUES (?)', changed))
    await ask(EVERYTHING)()
  })
  const finding = (what: string, time: number): Finding => ({ what, measured: ms(time), goal: atMost(GOAL, time) })
  return {
    findings: [
      finding('board, first after opening', first),
      finding('board, p95', again),
      finding('board, red of one kind, p95', filtered),
      finding('board, its last page, p95', deep),
      finding('board after an act on a case, p95', afterAct),
    ],
    notes: [
      `${total} clocks of ${cases} cases are red or amber; ${RUNS} runs each.`,
      waiting === 0 ? 'Every case was counted before.' : `${waiting} cases counted once, after an update: ${(counting / 1000).toFixed(1)} s, in steps of 20 ms.`,
    ],
  }
}

export const clocks: Subject = {
  name: 'clocks',
  title: '100,000 cases in an encrypted store, every clock that is over or near, by how much and whose',
  async run(say): Promise<SubjectReport> {
    const { folder, dataKey } = await stationWithManyCases(say)
    const workstation = await openWorkstation(folder, dataKey, { resourcesFolder, read: false, now: NOW })
    try {
      return await measured(workstation, say)
    } finally {
      workstation.close()
    }
  },
}
