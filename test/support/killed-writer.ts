/** Writes one row into a station's store, says so, and waits to be killed: the row is in the write-ahead log only. */
import process from 'node:process'
import { openStore } from '../../src/main/store/open-store.ts'

const [folder = '', key = ''] = process.argv.slice(2)
const database = openStore(folder, new Uint8Array(Buffer.from(key, 'hex')))
database.transaction('test', (writer) => {
  const person = writer.get<{ id: string }>('SELECT id FROM people LIMIT 1')
  writer.run("INSERT INTO drafts (person_id, key, content, saved_at) VALUES (?, 'killed', '写到一半', '')", person?.id ?? '')
})
process.stdout.write('written\n')
setInterval(() => undefined, 1000)
