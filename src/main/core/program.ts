/** Which program this is, for screens, documents and exports. */
import manifest from '../../../package.json' with { type: 'json' }

export const PROGRAM_VERSION: string = manifest.version

/** As it stands in the Producer entry of a document. */
export function producer(): string {
  return `法审台 Fashen ${PROGRAM_VERSION}`
}
