/** Opening a station of a hundred thousand cases: the passphrase, the store, the catalogue. */
import { scrypt } from 'node:crypto'
import { openWorkstation } from '../src/main/core/workstation.ts'
import { STATION_KEY_COST, DEFAULT_COST, unwrapSecret, wrapSecret } from '../src/main/keys/wrapped-secret.ts'
import { unwrapWithPassphrase } from '../src/main/station/key-file.ts'
import { SAMPLE_SECRETS } from '../src/main/samples/sample-line.ts'
import { inTurn } from './measure.ts'
import { ms, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, stationWithManyCases } from './stations.ts'

function bareScrypt({ N, r, p }: typeof STATION_KEY_COST): Promise<unknown> {
  return new Promise((resolve, reject) => {
    scrypt('password', 'salt', 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

export const unlock: Subject = {
  name: 'unlock',
  title: 'opening a station of 100,000 cases',
  async run(say): Promise<SubjectReport> {
    const { folder, dataKey } = await stationWithManyCases(say)
    const wrapped = await wrapSecret(new Uint8Array(32), SAMPLE_SECRETS.signingPassword, 'bench')
    const times = await inTurn(5, {
      passphrase: () => unwrapWithPassphrase(folder, SAMPLE_SECRETS.passphrase),
      stationScrypt: () => bareScrypt(STATION_KEY_COST),
      signing: () => unwrapSecret(wrapped, SAMPLE_SECRETS.signingPassword, 'bench'),
      signingScrypt: () => bareScrypt(DEFAULT_COST),
      open: async () => (await openWorkstation(folder, dataKey, { resourcesFolder })).close(),
    }, 1)
    const { N, r } = STATION_KEY_COST
    const mebibytes = (128 * N * r) / 1024 ** 2
    return {
      findings: [
        { what: 'passphrase to data key', measured: ms(times.passphrase.median), against: { what: `bare scrypt, ${mebibytes} MiB`, measured: ms(times.stationScrypt.median) } },
        { what: 'password to signing key', measured: ms(times.signing.median), against: { what: 'bare scrypt, 32 MiB', measured: ms(times.signingScrypt.median) } },
        { what: 'opening store, files and catalogue', measured: ms(times.open.median) },
      ],
      notes: ['The cost of scrypt is chosen: it is what one guess at a passphrase costs.'],
    }
  },
}
