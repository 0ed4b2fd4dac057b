/** Windows in which people are signed in, each opened once and used again by the next test. */
import type { Browser, Page } from 'playwright-core'
import type { RunnerTestCase } from 'vitest'
import { keepPictures, type WatchedPage } from './browser.ts'
import { signIn } from './door-screens.ts'
import { PASSWORD } from './sample-station.ts'
import type { ServedStation } from './served-station.ts'

export interface SignedIn {
  /** The person's first window, or another one beside it. */
  windowOf(login: string, number?: number): Promise<Page>
  /** To be called after each test: leaves pictures where it failed, returns what the windows complained about since the last. */
  afterTest(task: Readonly<RunnerTestCase>): Promise<string[]>
}

export function signedIn(served: ServedStation, browser: Browser): SignedIn {
  const windows = new Map<string, Promise<WatchedPage>>()
  const open = async (login: string): Promise<WatchedPage> => {
    const watched = await served.window(browser)
    await signIn(watched.page, login, PASSWORD)
    return watched
  }
  return {
    async windowOf(login, number = 1) {
      const key = `${login}/${number}`
      const window = windows.get(key) ?? open(login)
      windows.set(key, window)
      return (await window).page
    },
    async afterTest(task) {
      const opened = await Promise.all(windows.values())
      await keepPictures(task, opened)
      // a failed test may have left a dialog open or a word half composed
      if (task.result?.state === 'fail') for (const { page } of opened) await page.reload()
      return opened.flatMap(({ complaints }) => complaints.splice(0))
    },
  }
}
