/** Writes the rows of an import into a station's store, says so before the last of them, and waits to be killed in the midst. */
import process from 'node:process'
import { insertImport, prepareRow } from '../../src/main/ledger/import-record.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { isoDate, isoInstant, type PersonId } from '../../src/shared/values/values.ts'

const [folder = '', key = ''] = process.argv.slice(2)
const database = openStore(folder, new Uint8Array(Buffer.from(key, 'hex')))
const by = database.reader.get<{ id: PersonId }>('SELECT id FROM people LIMIT 1')?.id
if (by === undefined) throw new Error('nobody')
const ready = Array.from({ length: 2000 }, (_, at) => ({ row: at + 2, key: `旧-${at}`, values: { received: isoDate('2024-03-01'), round: 1, title: `旧案${at}` } })).map((row) => prepareRow(row, () => null))
function* untilKilled() {
  yield* ready
  process.stdout.write('halfway\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
}
database.transaction('ledger.import', (writer) =>
  insertImport(writer, {
    id: 'killed',
    session: { name: '旧台账.xlsx', sha256: '0'.repeat(64) },
    sheet: '台账',
    reading: { stagedId: '', sheet: 0, headerRow: 1, mapping: [] },
    counts: { new: 2000, same: 0, conflict: 0, refused: 0 },
    heads: [],
    rows: { [Symbol.iterator]: untilKilled } as unknown as readonly ReturnType<typeof prepareRow>[],
    by,
    at: isoInstant(new Date()),
  }),
)
