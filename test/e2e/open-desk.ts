/** What most files of tests begin with: a served station with the sample's people, a browser, and windows for whoever signs in. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { prepareStation, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { signedIn, type SignedIn } from './signed-in.ts'

export interface Desk {
  readonly folder: string
  readonly served: ServedStation
  readonly station: PreparedStation
  readonly browser: Browser
  readonly people: SignedIn
}

/**
 * To be awaited at the top of a file of tests, which it closes behind itself: after each test no window may have
 * complained, after the last one everything is shut and taken away.
 * @param name of the folder of the station
 */
export async function openDesk(name: string): Promise<Desk> {
  const folder = temporaryFolder(name)
  const served = await serveStation(folder)
  const station = await prepareStation(served.host)
  const browser = await launchBrowser()
  const people = signedIn(served, browser)
  afterEach(async ({ task }) => {
    expect(await people.afterTest(task)).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
    removeTemporaryFolders()
  })
  return { folder, served, station, browser, people }
}
