/** Where a station's store lies. Apart from what opens it, so that asking whether there is one loads no database. */
import { join } from 'node:path'

export function databasePath(folder: string): string {
  return join(folder, 'station.sqlite')
}
