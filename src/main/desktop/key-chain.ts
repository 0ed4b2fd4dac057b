/** The system's key chain through Electron's `safeStorage`, which only the main process may use. */
import process from 'node:process'
import { safeStorage } from 'electron'

/** Its name for a person; `undefined` where there is none, or one that only scrambles (Linux without a keyring). */
export function keyChainName(): string | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined
  if (process.platform === 'win32') return 'Windows DPAPI'
  if (process.platform === 'darwin') return 'macOS Keychain'
  const backend = safeStorage.getSelectedStorageBackend()
  return backend === 'basic_text' || backend === 'unknown' ? undefined : backend
}

/** Does what the core asked; `undefined` where the key chain refuses. */
export function askKeyChain(act: 'protect' | 'reveal', bytes: Uint8Array): Uint8Array | undefined {
  try {
    if (act === 'protect') return new Uint8Array(safeStorage.encryptString(Buffer.from(bytes).toString('base64')))
    return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(bytes)), 'base64'))
  } catch {
    return undefined
  }
}
