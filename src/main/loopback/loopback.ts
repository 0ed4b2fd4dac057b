/** Starts the loopback shell from a terminal: `--folder=DIR`, `--port=N`, `--no-browser`. */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { createHost } from '../core/host.ts'
import { warmUpDocuments, workWhenIdle } from '../core/idle-work.ts'
import { autoSignInSchema } from '../shell/auto-sign-in.ts'
import { defaultStationFolder, rendererFolder, resourcesFolder } from '../shell/program-folders.ts'
import { hostOrReason } from '../shell/refusing-host.ts'
import { startLoopback } from './start-loopback.ts'

const { values } = parseArgs({
  options: { folder: { type: 'string' }, port: { type: 'string' }, 'no-browser': { type: 'boolean' } },
})

const log = (line: string): void => void process.stderr.write(`${line}\n`)
const secrets = process.env['FASHEN_AUTO_SIGN_IN']
const host = await hostOrReason(() =>
  workWhenIdle(
    createHost({
      stationFolder: values.folder ?? defaultStationFolder(),
      resourcesFolder: resourcesFolder(import.meta.dirname),
      log,
    }),
    warmUpDocuments,
    log,
  ),
)
const loopback = await startLoopback({
  host,
  rendererFolder: rendererFolder(import.meta.dirname),
  port: Number(values.port ?? 0),
  autoSignIn: secrets === undefined ? undefined : autoSignInSchema.parse(JSON.parse(secrets)),
  log,
})
process.stdout.write(`${loopback.url}\n`)
void host.prepare()
if (values['no-browser'] !== true) openBrowser(loopback.url)

let ending = false
async function end(): Promise<void> {
  if (ending) return
  ending = true
  await loopback.close()
  await host.close()
  process.exit(0)
}
process.on('SIGINT', () => void end())
process.on('SIGTERM', () => void end())

/** Hands the address to the system; where there is no browser the printed line is all that is needed. */
function openBrowser(url: string): void {
  const [command, ...before] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler']
      : [process.platform === 'darwin' ? 'open' : 'xdg-open']
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return
  spawn(command ?? 'xdg-open', [...before, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
