/** A real station behind the real loopback shell, and windows onto it. */
import type { Browser } from 'playwright-core'
import { createHost } from '../../src/main/core/host.ts'
import type { Host } from '../../src/main/core/host-interface.ts'
import { startLoopback, type Loopback } from '../../src/main/loopback/start-loopback.ts'
import { rendererFolder, resourcesFolder } from '../../src/main/shell/program-folders.ts'
import { buildOnce } from './build-once.ts'
import { newPage, type PageOptions, type WatchedPage } from './browser.ts'

export interface ServedStation {
  readonly host: Host
  /** Opens a window with a session of its own: one token lets in one browser, so each window has its own shell. */
  window(browser: Browser, options?: PageOptions): Promise<WatchedPage>
  close(): Promise<void>
}

/** Serves what is, or will be, the station in `folder`. The window is built first where it is stale. */
export async function serveStation(folder: string): Promise<ServedStation> {
  await buildOnce()
  const here = import.meta.dirname
  const trouble: string[] = []
  const host = createHost({
    stationFolder: folder,
    resourcesFolder: resourcesFolder(here),
    log: (line) => void trouble.push(line),
  })
  const shells: Loopback[] = []
  return {
    host,
    async window(browser, options) {
      const shell = await startLoopback({
        host,
        rendererFolder: rendererFolder(here),
        log: (line) => void trouble.push(line),
      })
      shells.push(shell)
      const watched = await newPage(browser, options)
      await watched.page.goto(shell.url)
      return watched
    },
    async close() {
      for (const shell of shells) await shell.close()
      await host.close()
      if (trouble.length > 0)
        throw new Error(`the core or the shell reported ${trouble.length} failures, first:\n${trouble[0] ?? ''}`)
    },
  }
}
