/** Carries a destruction out in a station of its own, says so after its first file, and waits to be killed in the midst. */
import process from 'node:process'
import type { PersonId } from '../../src/shared/values/values.ts'
import { reopenTestStation } from './test-station.ts'

const [folder = '', key = '', id = '', day = ''] = process.argv.slice(2)
const station = await reopenTestStation(
  { folder, dataKey: new Uint8Array(Buffer.from(key, 'hex')), ids: new Map() },
  { now: () => new Date(`${day}T01:00:00.000Z`) },
)
const { workbench } = station.workstation
const { files, reader } = workbench
const { erase } = files
let erased = 0
// the real one, until the second file
Object.assign(files, {
  erase: async (storedName: string): Promise<void> => {
    if (erased === 1) {
      process.stdout.write('halfway\n')
      await new Promise((settle) => setTimeout(settle, 60_000))
    }
    await erase(storedName)
    erased += 1
  },
})
const person = reader.get<{ id: PersonId; name: string }>("SELECT id, name FROM people WHERE login = 'supervisor'")
if (person === undefined) throw new Error('nobody witnesses')
const caller = station.workstation.connect()
station.workstation.signIn(caller, { ...person, login: 'supervisor', roles: ['supervisor'] })
const { list_hash: listHash } = reader.get<{ list_hash: string }>('SELECT list_hash FROM destructions WHERE id = ?', id) ?? { list_hash: '' }
const reply = await station.workstation.dispatch('accountability.carryOutDestruction', { id, listHash, note: '已核对' }, caller)
process.stdout.write(reply.ok ? 'done\n' : `${reply.error.code}\n`)
