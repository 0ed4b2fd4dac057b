/** Provides what the tests need of the system: on Debian as root by apt-get, elsewhere by saying what is missing. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

export type Need = 'chromium' | 'poppler' | 'fonts' | 'openssl' | 'display'

interface Provision {
  readonly packages: readonly string[]
  isThere(): boolean
}

/** The path of the first of these programs that is installed. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

export function findChromium(): string | undefined {
  return findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/** The shared libraries that Electron opens besides its own. */
const ELECTRON_LIBRARIES = [
  'libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libatk-bridge2.0-0', 'libcups2', 'libdrm2', 'libxkbcommon0',
]

function hasElectronLibraries(): boolean {
  const known = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: { ...process.env, PATH: `${process.env['PATH']}:/sbin:/usr/sbin` } })
  return ['libgtk-3.so.0', 'libnss3.so', 'libgbm.so.1', 'libasound.so.2'].every((library) => known.stdout?.includes(library))
}

const PROVISIONS: Readonly<Record<Need, Provision>> = {
  chromium: { packages: ['chromium'], isThere: () => findChromium() !== undefined },
  poppler: { packages: ['poppler-utils'], isThere: () => findProgram('pdfsig') !== undefined && findProgram('pdftoppm') !== undefined },
  fonts: { packages: ['fonts-noto-cjk', 'fontconfig'], isThere: hasChineseFont },
  openssl: { packages: ['openssl'], isThere: () => findProgram('openssl') !== undefined },
  display: {
    packages: ['xvfb', 'xauth', 'build-essential', 'python3', ...ELECTRON_LIBRARIES],
    isThere: () =>
      findProgram('xvfb-run') !== undefined && findProgram('python3') !== undefined && findProgram('c++', 'g++') !== undefined && hasElectronLibraries(),
  },
}

/** Installs what is missing where that can be done; returns the needs that are still not met. */
export function provide(needs: readonly Need[]): Need[] {
  const missing = (): Need[] => needs.filter((need) => !PROVISIONS[need].isThere())
  const before = missing()
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get') !== undefined
  if (before.length === 0 || !canInstall) return before
  const packages = before.flatMap((need) => PROVISIONS[need].packages)
  console.log(`Installing ${packages.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[] }
  spawnSync('apt-get', ['-qq', 'update'], quiet)
  spawnSync('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...packages], quiet)
  return missing()
}
