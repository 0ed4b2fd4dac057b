/** Where the program's own files are, and where a person's station is unless they say otherwise. */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * The folder with the program's `package.json`, found by walking up from a module: the same from the sources, from
 * the built files and from inside a package.
 *
 * @param from a folder inside the program, normally the caller's `import.meta.dirname`
 */
export function programFolder(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest)) {
      const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown }
      if (name === 'fashen') return folder
    }
    if (dirname(folder) === folder) throw new Error(`no program folder above ${from}`)
  }
}

/** The folder with `catalogue/` and `samples/`. */
export function resourcesFolder(from: string): string {
  return join(programFolder(from), 'resources')
}

/** The folder with the built renderer. */
export function rendererFolder(from: string): string {
  return join(programFolder(from), 'out', 'renderer')
}

interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** The station folder of a person who named none: the place that their system keeps for a program's data. */
export function defaultStationFolder(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'fashen', 'station')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'fashen', 'station')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'fashen', 'station')
}
