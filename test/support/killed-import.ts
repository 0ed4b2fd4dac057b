/** Stages the rows of an import and takes them into a station's store, says so in the midst of either, and waits to be killed there. */
import process from 'node:process'
import { emptyStage, insertImport, prepareRow, stageRows } from '../../src/main/ledger/import-record.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { isoDate, isoInstant, type PersonId } from '../../src/shared/values/values.ts'

const [folder = '', key = '', where = ''] = process.argv.slice(2)
const database = openStore(folder, new Uint8Array(Buffer.from(key, 'hex')))
const by = database.reader.get<{ id: PersonId }>('SELECT id FROM people LIMIT 1')?.id
if (by === undefined) throw new Error('nobody')
const ready = Array.from({ length: 2000 }, (_, at) => ({ row: at + 2, key: `旧-${at}`, values: { received: isoDate('2024-03-01'), round: 1, title: `旧案${at}` } })).map((row) => prepareRow(row, () => null))
function untilKilled(): void {
  process.stdout.write('halfway\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
}
database.transaction('ledger.stage', emptyStage)
for (let at = 0; at < ready.length; at += 500) {
  database.transaction('ledger.stage', (writer) => stageRows(writer, ready.slice(at, at + 500), at))
  if (where === 'staging' && at === 1000) untilKilled()
}
database.transaction('ledger.import', (writer) => {
  insertImport(writer, {
    id: 'killed',
    session: { name: '旧台账.xlsx', sha256: '0'.repeat(64) },
    sheet: '台账',
    reading: { stagedId: '', sheet: 0, headerRow: 1, mapping: [] },
    counts: { new: 2000, same: 0, conflict: 0, refused: 0 },
    heads: [],
    by,
    at: isoInstant(new Date()),
  })
  if ((writer.get<{ n: number }>('SELECT count(*) AS n FROM ledger_entries')?.n ?? 0) !== 2000) throw new Error('nothing was taken in')
  untilKilled()
})
