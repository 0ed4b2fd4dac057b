/** The whole path in Chromium, through the loopback shell. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { connectClient, type Client } from '../../src/main/core/client.ts'
import type { SampleCase } from '../../src/main/samples/sample-case.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { launchBrowser, keepPictures, type WatchedPage } from './browser.ts'
import { dialog, fillIn } from './form.ts'
import { loadSample, PASSWORD, samplePapers } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { testWholePath, type Desk } from './whole-path.ts'

let browser: Browser
let served: ServedStation
let watched: WatchedPage
let sample: SampleCase
let papers: string
let desk: Desk

/** The window knows no dialogs of the system: a file is downloaded, a folder is typed. */
function deskOf({ page, complaints }: WatchedPage): Desk {
  const clients = new Map<string, Promise<Client>>()
  const signIn = async (login: string): Promise<Client> => {
    const client = connectClient(served.host)
    await client.call('session.signIn', { login, password: PASSWORD })
    return client
  }
  return {
    page,
    complaints,
    async ask(login, name, input) {
      const client = clients.get(login) ?? signIn(login)
      clients.set(login, client)
      return (await client).call(name, input)
    },
    async save(press) {
      const [download] = await Promise.all([page.waitForEvent('download'), press()])
      const path = join(temporaryFolder('download'), download.suggestedFilename())
      await download.saveAs(path)
      return path
    },
    exportInto: (folder) => fillIn(dialog(page), { 导出到: folder }),
  }
}

beforeAll(async () => {
  sample = await loadSample()
  papers = await samplePapers(sample)
  served = await serveStation(temporaryFolder('line'))
  browser = await launchBrowser()
  watched = await served.window(browser)
  desk = deskOf(watched)
})

afterAll(async () => {
  await browser?.close()
  await served?.close()
  removeTemporaryFolders()
})

afterEach(({ task }) => keepPictures(task, [watched]))

describe('from an empty folder to a signed opinion in the browser', () => testWholePath(() => ({ desk, sample, papers })))
