/** What the person who starts the program may say on the command line or in the environment. */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { autoSignInSchema, type AutoSignIn } from '../shell/auto-sign-in.ts'
import { defaultStationFolder } from '../shell/program-folders.ts'

export interface LaunchOptions {
  readonly stationFolder: string
  readonly autoSignIn: AutoSignIn | undefined
}

/** `--folder=DIR` names the station; `FASHEN_AUTO_SIGN_IN` holds the secrets of a demonstration station as JSON. */
export function launchOptions(argv: readonly string[], env: NodeJS.ProcessEnv): LaunchOptions {
  const folder = argv.find((argument) => argument.startsWith('--folder='))?.slice('--folder='.length)
  const secrets = env['FASHEN_AUTO_SIGN_IN']
  return {
    stationFolder: folder === undefined || folder === '' ? defaultStationFolder() : resolve(folder),
    autoSignIn: secrets === undefined ? undefined : autoSignInSchema.parse(JSON.parse(secrets)),
  }
}

/**
 * Where Chromium keeps what it must keep, one folder for each station: the single-instance lock lives there, so a
 * second start on the same station finds the first window and a start on another station gets its own.
 */
export function profileFolder(appData: string, stationFolder: string): string {
  const station = createHash('sha256').update(stationFolder).digest('hex').slice(0, 12)
  return join(appData, 'fashen', `window-${station}`)
}
