/** Sets a station up, and says when it is done; made to be killed in the midst of it. */
import process from 'node:process'
import { createHost } from '../../src/main/core/host.ts'
import { RESOURCES, STATION_FIELDS } from './test-station.ts'

const [folder = '', passphrase = ''] = process.argv.slice(2)
const host = createHost({ stationFolder: folder, resourcesFolder: RESOURCES })
process.stdout.write('begun\n')
const administrator = { name: '管宁', login: 'admin', password: 'password-1' }
const reply = await host.dispatch('station.setUp', { station: STATION_FIELDS, administrator, passphrase }, host.connect())
process.stdout.write(reply.ok ? 'done\n' : `${reply.error.code}\n`)
await host.close()
