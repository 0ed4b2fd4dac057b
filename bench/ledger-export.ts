/** The whole ledger of a hundred thousand cases as a workbook, in a process of its own, so that its memory can be told. */
import process from 'node:process'
import { openWorkstation } from '../src/main/core/workstation.ts'
import { ANY_TRIGGER, EMPTY_CASE_FILTER, NEWEST_FIRST } from '../src/shared/cases/case-filter.ts'
import type { ListExport } from '../src/shared/cases/contract.ts'
import { EMPTY_LEDGER_FILTER } from '../src/shared/ledger/ledger-filter.ts'
import type { SignedInPerson } from '../src/shared/people/contract.ts'
import { resourcesFolder } from './stations.ts'

const [folder = '', key = ''] = process.argv.slice(2)
const workstation = await openWorkstation(folder, new Uint8Array(Buffer.from(key, 'hex')), { resourcesFolder, read: false, sweep: false })
const caller = workstation.connect()
const person = workstation.workbench.reader.get<{ id: string }>("SELECT id FROM people WHERE fields LIKE '%head%' LIMIT 1")
workstation.signIn(caller, { id: person?.id } as SignedInPerson)
async function call(name: string, input: unknown): Promise<unknown> {
  const reply = await workstation.dispatch(name, input, caller)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}
await call('cases.counts', {})
// a station that has been open for a while has judged the triggers of its cases
await call('cases.total', { filter: { ...EMPTY_CASE_FILTER, trigger: ANY_TRIGGER }, sort: NEWEST_FIRST })
const before = process.memoryUsage().rss
let highest = before
const timer = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20)
const began = performance.now()
const { exportId } = (await call('ledger.beginExport', { filter: EMPTY_LEDGER_FILTER, descending: false, language: 'zh-CN' })) as { exportId: string }
let state: ListExport | null
let longest = 0
do {
  const asked = performance.now()
  await new Promise((resolve) => setTimeout(resolve, 5))
  state = (await call('cases.exportState', { exportId })) as ListExport | null
  longest = Math.max(longest, performance.now() - asked - 5)
} while (state?.state === 'running')
clearInterval(timer)
console.log(JSON.stringify({ milliseconds: performance.now() - began, before, highest, longest, size: state?.file?.size ?? 0, rows: state?.done ?? 0 }))
workstation.close()
