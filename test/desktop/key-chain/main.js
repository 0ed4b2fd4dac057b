/**
 * Starts the program on a computer without a key ring as if it had one: Chromium keeps the key itself (`basic`) and the
 * program is told another name for it. Only for measuring and tests; the product refuses that store, because it protects nothing.
 */
import { app, safeStorage } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

app.whenReady().then(() => safeStorage.setUsePlainTextEncryption(true))
safeStorage.getSelectedStorageBackend = () => 'pretended'

const program = readFileSync(join(import.meta.dirname, 'program.txt'), 'utf8')
await import(pathToFileURL(program).href)
