/** The whole path in the real Electron. */
import { rmSync } from 'node:fs'
import type { ElectronApplication } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { SampleCase } from '../../src/main/samples/sample-case.ts'
import type { Reply } from '../../src/shared/contract/reply.ts'
import { errorFromJson } from '../../src/shared/errors/errors.ts'
import { keepPictures, PATIENCE } from '../e2e/browser.ts'
import { eventually } from '../e2e/eventually.ts'
import { button, dialog, field } from '../e2e/form.ts'
import { loadSample, samplePapers } from '../e2e/sample-station.ts'
import { testWholePath, type Desk } from '../e2e/whole-path.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { runtime, stageProgram, start, WINDOW_PARTITION, type ShownPage, type Staged, type Started } from './electron-app.ts'

/** The person's answer to the system's question where a file is to be saved: into this folder, under the name it has. */
function answerSave(app: ElectronApplication, folder: string): Promise<void> {
  return app.evaluate(
    ({ session }, [partition, into]) => {
      const saved = Promise.withResolvers<string>()
      Reflect.set(globalThis, 'savedFile', saved.promise)
      session.fromPartition(partition).once('will-download', (_event, item) => {
        const path = `${into}/${item.getFilename()}`
        item.setSavePath(path)
        item.once('done', (_done, state) => (state === 'completed' ? saved.resolve(path) : saved.reject(new Error(state))))
      })
    },
    [WINDOW_PARTITION, folder] as const,
  )
}

/** The person's answer to the system's dialog for folders, the next time that it would open. */
function answerFolder(app: ElectronApplication, folder: string): Promise<void> {
  return app.evaluate(({ dialog: system }, chosen) => {
    const own = system.showOpenDialog
    system.showOpenDialog = () => {
      system.showOpenDialog = own
      return Promise.resolve({ canceled: false, filePaths: [chosen] })
    }
  }, folder)
}

function deskOf({ app, page, complaints }: Started): Desk {
  return {
    page,
    complaints,
    async ask<Output>(_login: string, name: string, input: unknown) {
      const reply: Reply = await page.evaluate(
        ([method, asked]) => (globalThis as unknown as ShownPage).fashenDesktop.call(method, asked),
        [name, input] as const,
      )
      if (!reply.ok) throw errorFromJson(reply.error)
      return reply.value as Output
    },
    async save(press) {
      await answerSave(app, temporaryFolder('saved'))
      await press()
      return app.evaluate(() => Reflect.get(globalThis, 'savedFile') as Promise<string>)
    },
    async exportInto(folder) {
      await answerFolder(app, folder)
      await button(dialog(page), '选择…').click()
      await eventually(() => field(dialog(page), '导出到').inputValue()).toBe(folder)
    },
  }
}

describe.skipIf(runtime === undefined)('from an empty folder to a signed opinion in the real Electron', () => {
  let staged: Staged
  let started: Started
  let sample: SampleCase
  let papers: string
  let desk: Desk

  beforeAll(async () => {
    sample = await loadSample()
    papers = await samplePapers(sample)
    staged = stageProgram()
    // a locale that every Linux has: without one in UTF-8, Chromium cannot read a Chinese file name
    started = await start(staged.installed, { env: { LC_ALL: 'C.UTF-8', LANGUAGE: 'zh_CN' } })
    started.page.setDefaultTimeout(PATIENCE)
    desk = deskOf(started)
  })
  afterAll(async () => {
    await started?.app.close()
    if (started !== undefined) rmSync(started.home, { recursive: true, force: true })
    staged?.remove()
    removeTemporaryFolders()
  })
  afterEach(({ task }) => keepPictures(task, started === undefined ? [] : [started]))

  testWholePath(() => ({ desk, sample, papers }))
})
