/** Flushing a folder, so that after a power cut what was renamed into it is there under its new name. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import process from 'node:process'

/** Windows cannot open a folder to flush it; there the rename itself is journalled. */
const CAN_FLUSH = process.platform !== 'win32'

export async function syncFolder(folder: string): Promise<void> {
  if (!CAN_FLUSH) return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The same for what may not be interrupted: the steps of a set-up and of a key file. */
export function syncFolderNow(folder: string): void {
  if (!CAN_FLUSH) return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
