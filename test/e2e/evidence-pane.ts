/** The pane of the evidence beside a review, with a file of every kind that comes in: for the tests of what is looked at there. */
import type { Locator, Page } from 'playwright-core'
import type { Evidence } from '../../src/shared/checklist/answers.ts'
import { encryptedPdf, hugePng, photograph, scannedPdf, textPdf, trackedDocx } from '../support/evidence-files.ts'
import { TIFF_FILES } from '../support/tiff-files.ts'
import { openCase } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { openDesk, type Desk } from './open-desk.ts'
import { assign, attachFiles, REVIEWER } from './sample-station.ts'

/** Stands in several of the papers. */
export const WORDS = 'chromium waste water'

const files = async (): Promise<Record<string, Uint8Array>> => ({
  '01-卷宗.pdf': await textPdf(40, (number) => `Page ${number}${number % 10 === 0 ? ` ${WORDS}` : ''}`, [3]),
  '02-扫描件.pdf': await scannedPdf(24, [827, 1169]),
  '03-照片.jpg': photograph(),
  '04-修订.docx': await trackedDocx(),
  '05-带宏.docm': await trackedDocx(true),
  '06-名为PDF.pdf': await trackedDocx(),
  '07-损坏.pdf': new TextEncoder().encode('%PDF-1.7\nthis is no PDF at all'),
  '08-加密.pdf': await encryptedPdf(),
  '09-两千页.pdf': await textPdf(2000, (number) => `Leaf ${number}`),
  '10-巨图.png': hugePng(20_000, 10_000),
  '11-网页.html': new TextEncoder().encode('<!doctype html><script>window.ran = true</script><p onclick="window.ran = true">网页正文</p>'),
  '12-矢量图.svg': new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran = true"><script>window.ran = true</script></svg>'),
  '12-传真.tif': TIFF_FILES.fax4,
  '12-坏传真.tif': TIFF_FILES.fax4.slice(0, 60),
  '13-说明.txt': new TextEncoder().encode(`第一行\n含铬废水经处理后排放。\n含铬废水未经处理。\n${WORDS}\n`),
})

async function attachAll({ station }: Desk, caseId: string): Promise<void> {
  const handler = await station.as(station.loginOf('handler'))
  // recognising the scan is not what this is about
  await handler.call('intake.pauseRecognition', {})
  await attachFiles(station, caseId, await files())
}

export interface EvidencePane extends Desk {
  readonly caseId: string
  readonly page: Page
  readonly side: (number?: number) => Locator
  readonly scroller: (number?: number) => Locator
  readonly tool: (name: string, number?: number) => Locator
  readonly drawnPage: (of: number, number?: number) => Locator
  /** How many places the browser marks under a name. */
  readonly marks: (name: string) => Promise<number>
  readonly open: (name: string, number?: number) => Promise<void>
  readonly goTo: (of: number, number?: number) => Promise<void>
  /** What is pinned in the case. */
  readonly pins: () => Promise<readonly Evidence[]>
}

/** To be awaited at the top of a file of tests, as `openDesk`; the window stays open over all of them. */
export async function openEvidence(name: string): Promise<EvidencePane> {
  const desk = await openDesk(name)
  const { station, people } = desk
  const caseId = await station.register(1)
  await attachAll(desk, caseId)
  await assign(station, caseId)
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
  const page = await people.windowOf(REVIEWER)
  await openCase(page, caseId)
  await page.locator('.evidence-side').waitFor()
  const side = (number = 0): Locator => page.locator('.evidence-side').nth(number)
  const scroller = (number = 0): Locator => side(number).locator('.evidence-scroll')
  const tool = (name: string, number = 0): Locator => side(number).getByRole('button', { name, exact: true })
  const drawnPage = (of: number, number = 0): Locator => side(number).locator(`.evidence-page[data-page="${of}"][data-drawn="drawn"]`)
  const marks = (name: string): Promise<number> => page.evaluate((one) => CSS.highlights.get(one)?.size ?? 0, name)

  const open = async (name: string, number = 0): Promise<void> => {
    await side(number).getByRole('button', { name: /^全部 \d+ 份$/ }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
    await side(number).locator('.evidence-tab[aria-current]').getByText(name).waitFor()
    await eventually(() => page.locator('.ant-dropdown:not(.ant-dropdown-hidden)').count()).toBe(0)
  }

  const goTo = async (of: number, number = 0): Promise<void> => {
    await side(number).getByLabel('页码').fill(String(of))
    await side(number).getByLabel('页码').press('Enter')
    await drawnPage(of, number).waitFor()
  }

  const pins = async (): Promise<readonly Evidence[]> => {
    const { headings } = await (await station.as(REVIEWER)).call('checklist.get', { caseId, round: null })
    return headings.flatMap(({ questions }) => questions).flatMap(({ answer }) => answer?.evidence ?? [])
  }
  return { ...desk, caseId, page, side, scroller, tool, drawnPage, marks, open, goTo, pins }
}
