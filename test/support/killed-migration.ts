/** Begins a second migration of a store, says when half of it is done, and waits there to be killed. */
import { writeSync } from 'node:fs'
import process from 'node:process'
import { openStore } from '../../src/main/store/open-store.ts'
import { foundation } from '../../src/main/store/migrations/0010-foundation.ts'

const [folder = '', key = ''] = process.argv.slice(2)
openStore(folder, new Uint8Array(Buffer.from(key, 'hex')), [
  foundation,
  {
    version: foundation.version + 10,
    name: 'half',
    up: (database) => {
      // more than the page cache holds, so that half of it is in the log already
      database.exec('CREATE TABLE added (t TEXT NOT NULL) STRICT')
      const insert = database.prepare('INSERT INTO added VALUES (?)')
      for (let row = 0; row < 20_000; row += 1) insert.run('x'.repeat(1000))
      writeSync(1, 'half\n')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    },
  },
])
