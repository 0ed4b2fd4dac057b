/** A workbook that is made in a process of its own, so that its memory and its processor time can be told: both sides of it. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { openWorkstation } from '../src/main/core/workstation.ts'
import type { ListExport } from '../src/shared/cases/contract.ts'
import type { SignedInPerson } from '../src/shared/people/contract.ts'
import { atMost, ms, type Finding } from './report.ts'
import { resourcesFolder } from './stations.ts'

export type Call = (name: string, input: unknown) => Promise<unknown>

interface Made {
  readonly milliseconds: number
  /** Of all threads, in milliseconds. */
  readonly processor: number
  readonly before: number
  readonly highest: number
  readonly longest: number
  readonly size: number
  readonly rows: number
}

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The process's side: opens the station that the command line names, prepares it, makes the workbook, prints what it took. */
export async function makeWorkbook(prepare: (call: Call) => Promise<unknown>, begin: (call: Call) => Promise<unknown>): Promise<void> {
  const [folder = '', key = ''] = process.argv.slice(2)
  const workstation = await openWorkstation(folder, new Uint8Array(Buffer.from(key, 'hex')), { resourcesFolder, read: false, sweep: false })
  const caller = workstation.connect()
  const person = workstation.workbench.reader.get<{ id: string }>("SELECT id FROM people WHERE fields LIKE '%head%' LIMIT 1")
  workstation.signIn(caller, { id: person?.id } as SignedInPerson)
  const call: Call = async (name, input) => {
    const reply = await workstation.dispatch(name, input, caller)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  await prepare(call)
  const before = process.memoryUsage.rss()
  let highest = before
  const timer = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20)
  const [began, processor] = [performance.now(), processorTime()]
  const { exportId } = (await begin(call)) as { exportId: string }
  let state: ListExport | null
  let longest = 0
  do {
    const asked = performance.now()
    // somebody else asks every few milliseconds: what comes later than that is the wait that is told
    await new Promise((resolve) => setTimeout(resolve, 5))
    state = (await call('cases.exportState', { exportId })) as ListExport | null
    longest = Math.max(longest, performance.now() - asked - 5)
  } while (state?.state === 'running')
  clearInterval(timer)
  const made: Made = {
    milliseconds: performance.now() - began,
    processor: processorTime() - processor,
    before,
    highest,
    longest,
    size: state?.file?.size ?? 0,
    rows: state?.done ?? 0,
  }
  console.log(JSON.stringify(made))
  workstation.close()
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

/** The benchmark's side. @param script a module beside this one that calls {@link makeWorkbook} */
export function workbookFindings(script: string, { folder, dataKey }: { readonly folder: string; readonly dataKey: Uint8Array }, what: string): Finding[] {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, script), folder, Buffer.from(dataKey).toString('hex')], { encoding: 'utf8' })
  const { milliseconds, processor, before, highest, longest, size, rows } = JSON.parse(output) as Made
  return [
    { what: `workbook of ${rows} ${what}, ${megabytes(size)} MB`, measured: ms(milliseconds), goal: atMost(10_000, milliseconds) },
    { what: 'processor time of it, all threads', measured: ms(processor) },
    { what: `highest memory of its process meanwhile (${megabytes(before)} MB before)`, measured: { value: megabytes(highest), unit: 'MB' }, goal: atMost(300, megabytes(highest), ' MB') },
    { what: 'longest that another question waits meanwhile', measured: ms(longest) },
  ]
}
