/** What is kept of the papers beside a review: pins; what comes in broken, hidden or too large; prints. */
import { describe, expect, it } from 'vitest'
import { TRACKED } from '../support/evidence-files.ts'
import { eventually } from './eventually.ts'
import { REVIEWER } from './sample-station.ts'
import { openEvidence } from './evidence-pane.ts'

const { station, caseId, page, side, scroller, tool, drawnPage, marks, open, goTo, pins } = await openEvidence('evidence-pins')

describe('a pin', () => {
  it('keeps a rectangle drawn on a turned page, and draws it again when it is opened', async () => {
    await open('01-卷宗.pdf')
    await goTo(7)
    await scroller().focus()
    await page.keyboard.press('r')
    await drawnPage(7).waitFor()
    await tool('圈注区域').click()
    const box = await side().locator('.evidence-page[data-page="7"]').boundingBox()
    if (box === null) throw new Error('page 7 is not there')
    const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y]
    await page.mouse.move(...at(0.5, 0.1))
    await page.mouse.down()
    await page.mouse.move(...at(0.7, 0.3))
    await page.mouse.up()
    await side().getByText('已圈注，按 P 钉到当前问题').waitFor()
    await page.keyboard.press('p')
    await eventually(async () => (await pins()).length).toBe(1)
    await side().getByText('已圈注，按 P 钉到当前问题').waitFor({ state: 'hidden' })
    const [pin] = await pins()
    expect(pin).toMatchObject({ page: 7, region: { page: 7 } })
    const region = pin?.region
    if (region === undefined) throw new Error('no region was kept')
    // turned to the right, the top of what is read is the right edge of what is seen
    expect([region.x, region.y, region.width, region.height].map((value) => Math.round(value * 10) / 10)).toEqual([0.1, 0.3, 0.2, 0.2])
    await page.keyboard.press('Shift+R')
    await open('13-说明.txt')
    await page.locator('.pin-place').first().click()
    await drawnPage(7).waitFor()
    const drawn = await side().locator('.evidence-page[data-page="7"] .evidence-region-pinned').evaluate((element) => [element.style.left, element.style.top])
    expect(drawn.map((value) => Math.round(Number.parseFloat(value) / 10))).toEqual([1, 3])
  })

  it('keeps a rectangle of a photograph that was drawn by keys alone', async () => {
    await open('03-照片.jpg')
    await side().locator('.evidence-picture[data-drawn="drawn"]').waitFor()
    await scroller().focus()
    await page.keyboard.press('m')
    await side().getByRole('application').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    await side().getByText('已圈注，按 P 钉到当前问题').waitFor()
    await page.keyboard.press('p')
    await eventually(async () => (await pins()).length).toBe(2)
    expect((await pins())[1]).toMatchObject({ page: 1, region: { page: 1, x: 0.25, y: 0.32, width: 0.52, height: 0.2 } })
  })

  it('keeps a rectangle of the second page of a fax in TIFF, which is shown page by page', async () => {
    await open('12-传真.tif')
    await drawnPage(1).waitFor()
    const dark = () => side().locator('canvas.evidence-image').evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.getContext('2d')?.getImageData(44, 33, 1, 1).data[0]])
    await eventually(dark).toEqual([64, 255])
    await scroller().focus()
    await page.keyboard.press('ArrowRight')
    await drawnPage(2).waitFor()
    await eventually(dark).toEqual([64, 0])
    expect(await side().getByLabel('页码').inputValue()).toBe('2')
    await page.keyboard.press('m')
    await side().getByRole('application').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('p')
    await eventually(async () => (await pins()).at(-1)?.region?.page).toBe(2)
    await open('12-坏传真.tif')
    await side().getByText(/第 1 页无法显示：文件损坏或不完整/).waitFor()
  })

  it('keeps selected words of a Word document, and marks them again', async () => {
    await open('04-修订.docx')
    await side().getByText(TRACKED.inserted).selectText()
    await page.keyboard.press('p')
    await eventually(async () => (await pins()).some(({ passage }) => passage === TRACKED.inserted)).toBe(true)
    await open('13-说明.txt')
    await page.locator('.pin-place').filter({ hasText: TRACKED.inserted }).click()
    await side().getByText(TRACKED.inner).waitFor()
    await eventually(() => marks('evidence')).toBe(1)
  })
})

describe('what comes in broken, hidden or too large', () => {
  it('a Word file with tracked changes shows them as such, with who made them, and its tables within tables', async () => {
    await open('04-修订.docx')
    await side().getByText('插入 1 处（下划线），删除 1 处（删除线）').waitFor()
    await side().getByText('修订人：邱某').waitFor()
    expect(await side().locator('.evidence-docx s').allInnerTexts()).toEqual([TRACKED.deleted])
    expect(await side().locator('.evidence-docx u').allInnerTexts()).toEqual([TRACKED.inserted])
    expect(await side().locator('.evidence-docx table table').innerText()).toContain(TRACKED.inner)
    expect(await side().locator('.evidence-docx script, .evidence-docx img').count()).toBe(0)
  })

  it.each([
    ['05-带宏.docm', /宏没有运行，也不会运行/, TRACKED.kept],
    ['06-名为PDF.pdf', /文件名写的是 PDF，内容其实是Word 文档/, TRACKED.kept],
    ['11-网页.html', /按源代码显示，其中的程序不会运行/, '<p onclick="window.ran = true">网页正文</p>'],
    ['12-矢量图.svg', /按源代码显示，其中的程序不会运行/, 'onload="window.ran = true"'],
  ])('%s says what it is, and shows its words', async (name, said, words) => {
    await open(name)
    await side().getByText(said).waitFor()
    await side().getByText(words).first().waitFor()
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  })

  it.each([
    ['07-损坏.pdf', /这份 PDF 不能读取，可能已损坏/],
    ['08-加密.pdf', /这份 PDF 设有打开密码/],
    ['10-巨图.png', /20000 × 10000 像素（200 百万），超过可在此显示的 64 百万/],
  ])('%s says what to do, and the file can be taken out whole', async (name, said) => {
    await open(name)
    await side().getByText(said).waitFor()
    const [copy] = await Promise.all([page.waitForEvent('download'), tool('另存副本').first().click()])
    expect(copy.suggestedFilename()).toBe(name)
  })

  it('a PDF with a password opens with it, and says so where it is another', async () => {
    await open('08-加密.pdf')
    const password = side().getByLabel('“08-加密.pdf”的打开密码')
    await password.fill('Secret')
    await password.press('Enter')
    await side().getByText('密码不对，文件没有打开').waitFor()
    await password.fill('secret')
    await side().getByRole('button', { name: '打开', exact: true }).click()
    await drawnPage(1).waitFor()
    // typed once, it opens the file again without being asked, and lies in nothing that outlives the window
    await open('03-照片.jpg')
    await open('08-加密.pdf')
    await drawnPage(1).waitFor()
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('secret')
  })

  it('a file that was changed on the disk is said to be so, and is not shown on', async () => {
    const { materials } = await (await station.as(REVIEWER)).call('cases.get', { caseId })
    const photo = materials.find(({ name }) => name === '03-照片.jpg')
    await page.route('**/call', async (route) => {
      if (route.request().postData()?.includes('"materials.check"') !== true) return route.continue()
      return route.fulfill({ json: { ok: false, error: { code: 'file-altered', data: { name: photo?.name } } } })
    })
    await open('03-照片.jpg')
    await side().getByText(/内容与登记的校验值不符/).waitFor()
    await page.unroute('**/call')
  })
})

describe('a print', () => {
  it('draws the pages that are asked for and hands them to the printer', async () => {
    await open('01-卷宗.pdf')
    await goTo(2)
    await page.evaluate(() => {
      const printed: number[] = []
      Object.assign(window, { printed, print: () => void printed.push(document.querySelectorAll('.evidence-print > img').length) })
    })
    await scroller().focus()
    await page.keyboard.press('Control+p')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('到第几页').fill('3')
    await dialog.getByRole('button', { name: /打\s*印/ }).click()
    await eventually(() => page.evaluate(() => (window as unknown as { printed: number[] }).printed)).toEqual([3])
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.locator('.evidence-print').count()).toBe(0)
  })

  interface Printed {
    readonly left: number
    readonly width: number
    readonly paper: number
    readonly natural: number
    /** The darkest part of each of the places asked about, 0 to 255. */
    readonly darkest: readonly number[]
  }

  /** Takes down what the printer would get, laid out as for paper; looks at a point here and there, in pixels of the picture. */
  async function watchPrinter(points: readonly (readonly [number, number])[]): Promise<() => Promise<readonly (readonly Printed[])[]>> {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate((at) => {
      const printed: unknown[] = []
      const look = (image: HTMLImageElement): unknown => {
        const canvas = document.createElement('canvas')
        canvas.width = image.naturalWidth
        canvas.height = image.naturalHeight
        const context = canvas.getContext('2d', { willReadFrequently: true })
        context?.drawImage(image, 0, 0)
        const darkest = at.map(([x, y]) => Math.min(...(context?.getImageData(x, y, 1, 1).data ?? [])))
        const { left, width } = image.getBoundingClientRect()
        return { left, width, paper: document.documentElement.clientWidth, natural: image.naturalWidth, darkest }
      }
      Object.assign(window, { printed, print: () => void printed.push([...document.querySelectorAll<HTMLImageElement>('.evidence-print > img')].map(look)) })
    }, points)
    return () => page.evaluate(() => (window as unknown as { printed: Printed[][] }).printed)
  }

  it('of a fax in TIFF has the pages that are asked for, not only the one on screen', async () => {
    await open('12-传真.tif')
    await side().locator('.evidence-picture[data-drawn="drawn"]').waitFor()
    await scroller().focus()
    const printed = await watchPrinter([[12, 12], [44, 33]])
    await page.keyboard.press('Control+p')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /打\s*印/ }).click()
    await eventually(async () => (await printed()).length).toBe(1)
    const [sheets] = await printed()
    expect(sheets?.map(({ natural }) => natural)).toEqual([64, 64])
    expect(sheets?.map(({ darkest }) => darkest.map((value) => value < 80))).toEqual([[true, false], [false, true]])
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.locator('.evidence-print').count()).toBe(0)
    await page.emulateMedia({ media: null })
  })

  it('of a photograph has all of it on the paper, and can be made again', async () => {
    await open('03-照片.jpg')
    await side().locator('.evidence-picture[data-drawn="drawn"]').waitFor()
    const printed = await watchPrinter([[20, 20]])
    for (const times of [1, 2]) {
      await scroller().focus()
      await page.keyboard.press('Control+p')
      await eventually(async () => (await printed()).length).toBe(times)
      const [image, ...more] = (await printed()).at(-1) ?? []
      expect(more).toEqual([])
      expect(image).toMatchObject({ natural: 800, darkest: [expect.closeTo(0x1e, -1)] })
      expect(image?.left).toBeGreaterThanOrEqual(0)
      expect((image?.left ?? 0) + (image?.width ?? 0)).toBeLessThanOrEqual(image?.paper ?? 0)
    }
    await page.emulateMedia({ media: null })
  })
})
