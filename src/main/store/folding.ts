/**
 * When the log of the database (WAL) is folded into it: by the commit after which it is long. That writes every page a second
 * time and waits for the disk, so that a commit which is long itself would hold the core for both.
 */
import type { Writer } from './database.ts'

/** Pages of the log after which the next commit folds it in. */
export const FOLDED_AFTER = 1000

/** The commit of this transaction folds nothing; the next one does, in a turn of its own, once {@link foldAsUsual} was said. */
export function foldLater(writer: Writer): void {
  writer.pragma('wal_autocheckpoint = 0')
}

export function foldAsUsual(writer: Writer): void {
  writer.pragma(`wal_autocheckpoint = ${FOLDED_AFTER}`)
}
