import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDemoStation } from '../../src/main/demo/demo-station.ts'
import { coreProcess, ownHome, runtime, stageProgram, start, WINDOW_PARTITION, type ShownPage, type Staged, type Started } from './electron-app.ts'

/** Answers only when it was really asked over the network. */
async function listenOutside(): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*').end('outside')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const unknownMethod = { ok: false, error: { code: 'unknown-method' } }

describe.skipIf(runtime === undefined)('the desktop shell in the real Electron', () => {
  let staged: Staged
  let started: Started
  let outside: Awaited<ReturnType<typeof listenOutside>>

  beforeAll(async () => {
    staged = stageProgram()
    outside = await listenOutside()
    started = await start(staged.installed)
  })
  afterAll(async () => {
    await started?.app.close()
    if (started !== undefined) rmSync(started.home, { recursive: true, force: true })
    outside?.server.close()
    staged?.remove()
  })

  it('opens one window on the program’s own scheme', async () => {
    const { app, page } = started
    expect(page.url()).toMatch(/^fashen:\/\/app\//)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    await page.waitForFunction(() => document.querySelector('#root')?.childElementCount)
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
  })

  it('gives the page no Node and only the frozen functions of the preload script', async () => {
    const { app, page } = started
    expect(await page.evaluate(() => [typeof globalThis.process, typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'Buffer')])).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ])
    const shown = await page.evaluate(() => {
      const { fashenDesktop } = globalThis as unknown as ShownPage
      return { names: Object.keys(fashenDesktop).toSorted(), frozen: Object.isFrozen(fashenDesktop) }
    })
    expect(shown).toEqual({
      names: ['call', 'chooseFolder', 'notify', 'onGo', 'onStopped', 'openDataFolder', 'readFile', 'remember', 'remembered', 'reopen', 'signalUsable', 'stage', 'subscribe'],
      frozen: true,
    })
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      return (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    const inspected = await app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      webContents.openDevTools()
      return webContents.isDevToolsOpened()
    })
    expect(inspected).toBe(false)
  })

  it('sends the policy as a header, with the nonce that the page carries', async () => {
    const answer = await started.page.evaluate(async () => {
      const response = await fetch('/')
      return { policy: response.headers.get('content-security-policy') ?? '', body: await response.text() }
    })
    const nonce = /name="csp-nonce" content="([^"]+)"/.exec(answer.body)?.[1]
    expect(answer.policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(answer.policy).toContain(`default-src 'none'; script-src 'self';`)
  })

  it('runs no inline script', async () => {
    const ran = await started.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.inlineRan = true'
      document.body.append(script)
      return Reflect.get(globalThis, 'inlineRan') === true
    })
    expect(ran).toBe(false)
  })

  it('serves nothing but the renderer’s files', async () => {
    const statuses = await started.page.evaluate(() =>
      Promise.all(
        ['/../package.json', '/%2e%2e/main/desktop.js', '/..%2fpreload%2fpreload.cjs', '/missing.js'].map(async (path) => (await fetch(path)).status),
      ),
    )
    expect(statuses).toEqual([404, 404, 404, 404])
  })

  it('reaches no network: not from the page, not from its session, not by navigation', async () => {
    const { app, page } = started
    const { address, asked } = outside
    const url = page.url()
    const tries = await page.evaluate(async (target) => {
      const outcome = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'reached', () => 'refused')
      const image = new Promise((resolve, reject) => {
        const element = new Image()
        element.addEventListener('load', resolve)
        element.addEventListener('error', reject)
        element.src = `${target}/image`
      })
      const socket = new Promise((resolve, reject) => {
        const opened = new WebSocket(target.replace('http', 'ws'))
        opened.addEventListener('open', resolve)
        opened.addEventListener('error', reject)
      })
      return [await outcome(fetch(`${target}/fetch`)), await outcome(image), await outcome(socket), window.open(`${target}/window`) === null]
    }, address)
    expect(tries).toEqual(['refused', 'refused', 'refused', true])
    const bySession = await app.evaluate(
      async ({ session }, { target, partition }) => session.fromPartition(partition).fetch(`${target}/session`).then(() => 'reached', () => 'refused'),
      { target: address, partition: WINDOW_PARTITION },
    )
    expect(bySession).toBe('refused')
    await page.evaluate((target) => {
      location.href = `${target}/navigation`
    }, address)
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
    })
    await page.waitForTimeout(500)
    expect(page.url()).toBe(url)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(asked).toEqual([])
  })

  it('grants no permission', async () => {
    const answers = await started.page.evaluate(async () => {
      const refused = (promise: Promise<unknown>): Promise<boolean> => promise.then(() => false, () => true)
      return {
        notification: await Notification.requestPermission(),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        place: await refused(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        clipboard: await refused(navigator.clipboard.readText()),
      }
    })
    expect(answers).toEqual({ notification: 'denied', camera: true, place: true, clipboard: true })
  })

  it('carries a call to the core and its answer back', async () => {
    const reply = await started.page.evaluate(() => (globalThis as unknown as ShownPage).fashenDesktop.call('no.such-method', {}))
    expect(reply).toMatchObject(unknownMethod)
  })

  it('fails every pending call at once when the core dies, says so, and reopens', async () => {
    const { app, page } = started
    const pid = await coreProcess(app)
    // Stopped first, so that the calls are surely still pending when the core dies.
    process.kill(pid!, 'SIGSTOP')
    const outcome = page.evaluate(async () => {
      const { fashenDesktop } = globalThis as unknown as ShownPage
      const seen: string[] = []
      const pending = [1, 2, 3].map((n) => fashenDesktop.call('no.such-method', { n }).then((reply) => seen.push(reply.ok ? 'ok' : reply.error.code)))
      await new Promise<void>((resolve) => fashenDesktop.onStopped(() => resolve(void seen.push('told'))))
      await Promise.all(pending)
      const later = await fashenDesktop.call('no.such-method', {})
      return { seen, later: later.ok ? 'ok' : later.error.code }
    })
    await page.waitForTimeout(300)
    process.kill(pid!, 'SIGKILL')
    expect(await outcome).toEqual({ seen: ['core-stopped', 'core-stopped', 'core-stopped', 'told'], later: 'core-stopped' })
    const reopened = await page.evaluate(async () => {
      const { fashenDesktop } = globalThis as unknown as ShownPage
      return { reopened: await fashenDesktop.reopen(), reply: await fashenDesktop.call('no.such-method', {}) }
    })
    expect(reopened).toMatchObject({ reopened: true, reply: unknownMethod })
    expect(await coreProcess(app)).not.toBe(pid)
  })

  it('a second start on the same station ends at once and leaves the first window', async () => {
    const { app, home } = started
    const second = spawn(staged.installed, ['--no-sandbox', `--folder=${join(home, 'station')}`], { env: ownHome(home), stdio: 'ignore' })
    const code = await new Promise((resolve) => second.on('exit', resolve))
    expect(code).toBe(0)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('leads to screens from the system’s menu', async () => {
    const { app, page } = started
    // the page listens before anybody chooses
    const gone = await page.evaluateHandle(() => ({
      to: new Promise<string>((resolve) => void (globalThis as unknown as ShownPage).fashenDesktop.onGo(resolve)),
    }))
    await app.evaluate(({ BrowserWindow, Menu }) => {
      const entries = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
      const about = entries.find(({ label }) => label === '关于法审台' || label === 'About Fashen')
      about?.click(undefined, BrowserWindow.getAllWindows()[0])
    })
    expect(await gone.evaluate(({ to }) => to)).toBe('/about')
  })

  it('opens the data folder, and no other that a page names', async () => {
    const { app, page } = started
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openPath = (path) => Promise.resolve(opened.push(path) > 0 ? '' : '')
    })
    const answer = await page.evaluate(() => {
      const { openDataFolder } = (globalThis as unknown as ShownPage).fashenDesktop as unknown as { openDataFolder: (path: string) => Promise<boolean> }
      return openDataFolder('/etc')
    })
    expect(answer).toBe(true)
    const status = await page.evaluate(() => (globalThis as unknown as ShownPage).fashenDesktop.call('station.status', {}))
    expect(await app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([(status as { value: { folder: string } }).value.folder])
  })

  it('remembers the language and the window’s place, in a file without anything else', async () => {
    const { home } = started
    await started.page.evaluate(() => (globalThis as unknown as ShownPage).fashenDesktop.remember('language', 'en'))
    await started.page.evaluate(() => (globalThis as unknown as ShownPage).fashenDesktop.remember('theme', 'dark'))
    await started.page.evaluate(() => (globalThis as unknown as ShownPage).fashenDesktop.remember('party' as never, '某某公司'))
    await started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1200, height: 800 }))
    await started.app.close()
    started = await start(staged.installed, { home })
    expect(await started.page.evaluate(() => (globalThis as unknown as ShownPage).fashenDesktop.remembered)).toEqual({ language: 'en', theme: 'dark' })
    expect(await started.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    const file = await started.app.evaluate(({ app }) => app.getPath('userData'))
    expect(JSON.parse(readFileSync(join(file, 'preferences.json'), 'utf8'))).toEqual({ language: 'en', look: { theme: 'dark' }, window: expect.objectContaining({ width: 1200, height: 800 }) })
  })
})

describe.skipIf(runtime === undefined)('started by a launcher that loads it late', () => {
  let staged: Staged

  beforeAll(() => {
    staged = stageProgram()
  })
  afterAll(() => staged?.remove())

  it('shows the same page at an address that never leaves the process, and works', async () => {
    const { app, page, home } = await start(staged.plain, { program: [staged.stage] })
    try {
      expect(page.url()).toMatch(/^https:\/\/app\.fashen\.invalid\//)
      const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
      expect(policy).toContain(`script-src 'self'`)
      const reply = await page.evaluate(() => (globalThis as unknown as ShownPage).fashenDesktop.call('no.such-method', {}))
      expect(reply).toMatchObject(unknownMethod)
      expect(await page.evaluate(() => fetch('https://example.org/').then(() => 'reached', () => 'refused'))).toBe('refused')
    } finally {
      await app.close()
      rmSync(home, { recursive: true, force: true })
    }
  })
})

/** A picture with figures on it is staged in the window and read by the core: recognition runs in Electron's own process. */
async function pictureRead(page: Started['page']): Promise<unknown> {
  return page.evaluate(async () => {
    const { fashenDesktop } = globalThis as unknown as ShownPage
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 1240, height: 400 })
    const paper = canvas.getContext('2d')
    if (paper === null) throw new Error('no canvas')
    paper.fillStyle = 'white'
    paper.fillRect(0, 0, 1240, 400)
    paper.fillStyle = 'black'
    paper.font = '64px sans-serif'
    paper.fillText('2026 0120 15400', 100, 220)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    const staged = await fashenDesktop.stage(new File([blob ?? ''], 'scan.png'))
    if (!staged.ok) throw new Error(staged.error.code)
    const files = [{ stagedId: staged.value.id, name: 'scan.png' }]
    await fashenDesktop.call('intake.readStaged', { files })
    for (;;) {
      const reply = await fashenDesktop.call('intake.stagedReading', { files })
      if (!reply.ok) throw new Error(reply.error.code)
      const { files: read } = reply.value as { files: { state: string; problem: unknown; pages: number; toRecognise: number }[] }
      if (read.every(({ state }) => state === 'read' || state === 'failed')) {
        return read.map(({ state, problem, pages, toRecognise }) => ({ state, problem, pages, toRecognise }))
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })
}

describe.skipIf(runtime === undefined)('a demonstration station', () => {
  let staged: Staged
  beforeAll(() => {
    staged = stageProgram()
  })
  afterAll(() => staged?.remove())

  it('opens signed in, with nothing for the console to complain about', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fashen-demo-'))
    const { passphrase, login, password } = await prepareDemoStation(folder)
    const env = { FASHEN_AUTO_SIGN_IN: JSON.stringify({ passphrase, login, password }) }
    const { app, page, home, complaints } = await start(staged.installed, { stationFolder: folder, env })
    try {
      const session = () => page.evaluate(() => (globalThis as unknown as ShownPage).fashenDesktop.call('session.current', {}))
      await expect.poll(session, { timeout: 60_000 }).toMatchObject({ ok: true, value: { login } })
      await page.waitForFunction(() => !document.querySelector('input[type=password]') && document.querySelector('nav'))
      if (process.env['FASHEN_SCREENSHOT'] !== undefined) await page.screenshot({ path: process.env['FASHEN_SCREENSHOT'] })
      expect(await pictureRead(page)).toEqual([{ state: 'read', problem: null, pages: 1, toRecognise: 0 }])
      expect(complaints).toEqual([])
    } finally {
      await app.close()
      for (const used of [home, folder]) rmSync(used, { recursive: true, force: true })
    }
  })
})
