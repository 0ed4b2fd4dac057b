import { describe, expect, it } from 'vitest'
import { parsePreferences } from '../../../src/shared/shell/preferences.ts'
import { fromArguments, rememberedArgument } from '../../../src/shared/shell/remembered.ts'
import { windowOptions } from '../../../src/shared/shell/window-options.ts'
import { boundsToOpen } from '../../../src/shared/shell/window-state.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const state = { x: 100, y: 50, width: 1400, height: 900, maximized: false }

describe('the desktop window', () => {
  const options = windowOptions({
    preload: '/program/preload.cjs',
    bounds: { width: 1360, height: 860 },
    developing: false,
    remembered: { language: 'en' },
    partition: 'fashen-window',
  })

  it('is hardened', () => {
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('leaves no browser data on disk', () => {
    expect(options.webPreferences.partition).not.toMatch(/^persist:/)
  })

  it('appears only when there is something to see', () => {
    expect(options.show).toBe(false)
  })

  it('passes on what is remembered, and nothing that is not to be', () => {
    expect(fromArguments(['electron', ...options.webPreferences.additionalArguments])).toEqual({ language: 'en' })
    const strange = { theme: 'dark', party: '某某公司', 'text-size': 'x'.repeat(201) }
    expect(fromArguments([rememberedArgument(strange)])).toEqual({ theme: 'dark' })
    expect(fromArguments(['electron'])).toEqual({})
  })

  it('can become no larger than needed on a small screen', () => {
    const small = windowOptions({ preload: '', bounds: { width: 800, height: 560 }, developing: false, remembered: {}, partition: 'x' })
    expect([small.minWidth, small.minHeight]).toEqual([800, 560])
  })
})

describe('where the window opens', () => {
  it('is where it was', () => {
    expect(boundsToOpen(state, [screen])).toEqual({ x: 100, y: 50, width: 1400, height: 900 })
  })

  it('is a visible place when the second screen is gone', () => {
    expect(boundsToOpen({ ...state, x: 2500 }, [screen])).toEqual({ width: 1360, height: 860 })
    expect(boundsToOpen({ ...state, x: 2500 }, [screen, { ...screen, x: 1920 }])).toMatchObject({ x: 2500 })
  })

  it('has its title bar within reach', () => {
    expect(boundsToOpen({ ...state, y: -300 }, [screen])).not.toHaveProperty('y')
    expect(boundsToOpen({ ...state, y: 1030 }, [screen])).not.toHaveProperty('y')
  })

  it('is no larger than the screen at the first start', () => {
    expect(boundsToOpen(undefined, [{ x: 0, y: 0, width: 1024, height: 728 }])).toEqual({ width: 1024, height: 728 })
  })
})

describe('remembered preferences', () => {
  it('come back as they were written', () => {
    expect(parsePreferences(JSON.stringify({ window: state, language: 'en' }))).toEqual({ window: state, language: 'en' })
  })

  it.each(['', '{', 'null', '{"window":{"x":"1"}}', '{"language":"fr"}', '{"other":1}'])('are none when the file says %j', (json) => {
    expect(parsePreferences(json)).toEqual({})
  })
})
