/** The looks that every screen is given find what they are there to find, and nothing where all is well. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, colourViolations } from './axe-violations.ts'
import { launchBrowser } from './browser.ts'
import { lostAtThisSize } from './text-that-is-lost.ts'
import { controlsWithUnseenFocus } from './unseen-focus.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 400, height: 300 } })
})
afterAll(() => browser.close())

const show = (body: string): Promise<void> => page.setContent(`<!doctype html><html lang="en"><title>A look</title><main><h1>A look</h1>${body}</main></html>`)

describe('text and controls that are lost', () => {
  it('none where words wrap, a table has its own frame, and a long page is scrolled', async () => {
    await show('<button>Words</button><div style="overflow-x:auto"><table style="width:900px"><tr><td><a href="#a">far</a></table></div><div style="height:900px"></div><button>at the end</button>')
    expect(await lostAtThisSize(page)).toEqual([])
  })

  it.each([
    ['words that are cut at the side', '<button style="width:60px;overflow:hidden;white-space:nowrap">far too long for it</button>', /^cut: /],
    ['words that are cut below', '<button style="height:12px;width:90px;overflow:hidden;padding:0;border:0">two lines or even three of them</button>', /^cut: /],
    ['a control under another thing', '<button style="position:absolute;left:10px;top:90px">under</button><p style="position:absolute;left:0;top:80px;width:200px;height:60px;background:white">over</p>', /^covered: /],
    ['a control in a frame that hides it', '<div style="width:60px;overflow:clip;white-space:nowrap">some words <button>out of sight</button></div>', /^covered: |^out of the window: /],
    ['a page that is wider than the window', '<p style="width:900px">wide</p>', /^scrolls sideways: /],
    ['a part that is scrolled to the side', '<div style="width:200px;overflow-x:auto"><p style="width:900px">wide</p></div>', /^scrolls sideways: /],
  ])('%s', async (_, body, what) => {
    await show(body)
    expect(await lostAtThisSize(page)).toContainEqual(expect.stringMatching(what))
  })
})

it('a control whose focus cannot be seen', async () => {
  await show('<style>.none:focus{outline:none}</style><button>seen</button><a class="none" href="#a">unseen</a>')
  expect(await controlsWithUnseenFocus(page)).toEqual([expect.stringMatching(/“unseen”$/)])
})

it('a control without a name, one whose name is not what is seen, one that is too small, and faint words', async () => {
  await show('<button></button><button aria-label="Open">All</button><p style="color:#bbb;background:white">faint</p>')
  const found = (await axeViolations(page)).map((one) => one.split(' ')[0])
  expect(found.toSorted()).toEqual(['button-name', 'color-contrast', 'label-content-name-mismatch', 'target-size'])
  expect((await colourViolations(page)).map((one) => one.split(' ')[0])).toEqual(['color-contrast'])
})
