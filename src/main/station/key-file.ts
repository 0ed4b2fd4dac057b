/**
 * `station-key.json`: the data key, wrapped. Always by the recovery passphrase, and beside it by the system's key chain
 * where there is one, so that losing either does not lose the station.
 *
 * While a station is set up the key lies in `station-key.pending.json`; it takes its name when the store has its station
 * row. A folder with a pending key and no other is therefore a set-up that did not come to its end, and holds nothing.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { FashenError } from '../../shared/errors/errors.ts'
import { PASSPHRASE_MINIMUM } from '../../shared/station/contract.ts'
import type { KeyChain } from '../core/host-interface.ts'
import { syncFolderNow } from '../store/folder-sync.ts'
import { databasePath } from '../store/store-path.ts'
import { STATION_KEY_COST, unwrapSecret, wrapSecret, wrappedSecretSchema, type ScryptCost } from '../keys/wrapped-secret.ts'

const PURPOSE = 'station-data-key'
const DATA_KEY_LENGTH = 32

const keyFileSchema = z.strictObject({
  format: z.literal(1),
  passphrase: wrappedSecretSchema,
  keyChain: z.strictObject({ name: z.string().max(100), sealed: z.base64().max(10_000) }).nullable(),
})
type KeyFile = z.infer<typeof keyFileSchema>

export function keyFilePath(folder: string): string {
  return join(folder, 'station-key.json')
}

export function hasKeyFile(folder: string): boolean {
  return existsSync(keyFilePath(folder))
}

function pendingKeyPath(folder: string): string {
  return join(folder, 'station-key.pending.json')
}

/** Whether a set-up was begun here and did not come to its end. */
export function isHalfMade(folder: string): boolean {
  return existsSync(pendingKeyPath(folder)) && !hasKeyFile(folder)
}

/** Whether there is a station, or what is left of one that lost its key or its store. */
export function holdsStation(folder: string): boolean {
  return hasKeyFile(folder) || (existsSync(databasePath(folder)) && !isHalfMade(folder))
}

/** The last step of set-up: from now on there is a station. */
export function keepPendingKey(folder: string): void {
  renameSync(pendingKeyPath(folder), keyFilePath(folder))
  syncFolderNow(folder)
}

/** Takes the pending key away. After the store that it belongs to, so that a set-up cut short here is still seen as one. */
export function discardPendingKey(folder: string): void {
  for (const path of [`${pendingKeyPath(folder)}.new`, pendingKeyPath(folder)]) rmSync(path, { force: true })
}

/** Written to a temporary name, flushed, renamed: at no moment is there half a key file. */
function writeKeyFile(path: string, content: KeyFile): void {
  const temporary = `${path}.new`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, path)
  syncFolderNow(dirname(path))
}

function readKeyFile(folder: string): KeyFile {
  if (!hasKeyFile(folder)) throw new FashenError('station-missing', { folder })
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(keyFilePath(folder), 'utf8')))
  } catch (error) {
    throw new FashenError('store-damaged', { detail: 'station-key.json' }, { cause: error })
  }
}

/** Makes a data key and wraps it into the pending key file. Throws `weak-passphrase`. `cost` is lowered only by tests. */
export async function createDataKey(
  folder: string,
  passphrase: string,
  keyChain: KeyChain | undefined,
  cost: ScryptCost = STATION_KEY_COST,
): Promise<Uint8Array> {
  if ([...passphrase].length < PASSPHRASE_MINIMUM) throw new FashenError('weak-passphrase', { minimum: PASSPHRASE_MINIMUM })
  const dataKey = new Uint8Array(randomBytes(DATA_KEY_LENGTH))
  writeKeyFile(pendingKeyPath(folder), {
    format: 1,
    passphrase: await wrapSecret(dataKey, passphrase, PURPOSE, cost),
    keyChain: await sealWithKeyChain(dataKey, keyChain),
  })
  return dataKey
}

async function sealWithKeyChain(dataKey: Uint8Array, keyChain: KeyChain | undefined): Promise<KeyFile['keyChain']> {
  if (keyChain === undefined) return null
  try {
    return { name: keyChain.name, sealed: Buffer.from(await keyChain.protect(dataKey)).toString('base64') }
  } catch {
    // a key chain that refuses costs convenience only: the passphrase always opens the station
    return null
  }
}

/** Throws `wrong-key`, `station-missing`, `store-damaged`. */
export async function unwrapWithPassphrase(folder: string, passphrase: string): Promise<Uint8Array> {
  const dataKey = await unwrapSecret(readKeyFile(folder).passphrase, passphrase, PURPOSE)
  if (dataKey === undefined || dataKey.length !== DATA_KEY_LENGTH) throw new FashenError('wrong-key', {})
  return dataKey
}

/** Throws `wrong-key` when the key chain does not know this station (any more). */
export async function unwrapWithKeyChain(folder: string, keyChain: KeyChain): Promise<Uint8Array> {
  const { keyChain: sealed } = readKeyFile(folder)
  if (sealed === null) throw new FashenError('wrong-key', {})
  try {
    const dataKey = await keyChain.reveal(Buffer.from(sealed.sealed, 'base64'))
    if (dataKey.length !== DATA_KEY_LENGTH) throw new Error('length')
    return dataKey
  } catch (error) {
    throw new FashenError('wrong-key', {}, { cause: error })
  }
}

/** After opening with the passphrase: lets the key chain open it next time, if it could not yet. */
export async function rememberInKeyChain(folder: string, dataKey: Uint8Array, keyChain: KeyChain): Promise<void> {
  const file = readKeyFile(folder)
  const sealed = await sealWithKeyChain(dataKey, keyChain)
  if (sealed !== null) writeKeyFile(keyFilePath(folder), { ...file, keyChain: sealed })
}

/** Name of the key chain that this station was sealed with, null if none. */
export function keyChainName(folder: string): string | null {
  try {
    return readKeyFile(folder).keyChain?.name ?? null
  } catch {
    return null
  }
}
