/** Where the words of a scan stand: held against where they were drawn. */
import { createCanvas } from '@napi-rs/canvas'
import { degrees } from 'pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { NO_PLACES, type WordPlaces } from '../../../../src/shared/intake/word-places.ts'
import { endRecognition, recognisePlacedPage, type RecognisedPage } from '../../../../src/main/intake/reading/recognise-page.ts'
import { pdf, scan } from './made-files.ts'

afterAll(endRecognition)

const LINES = ['听证申请书', '安陵县应急管理局：', '我店于2026年3月18日收到告知书，申请举行听证。', '罚款五万元，并没收违法所得（人民币）。']
/** As `scan` draws them, in pixels of a page of 1240 × 900. */
const [LEFT, FIRST, SIZE, WIDTH, HEIGHT] = [120, 140, 30, 1240, 900]

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
}

/** Where some words of a page are said to stand, in pixels of the level page: their share of the run, all characters alike. */
function boxOf({ page, places }: { readonly page: { readonly text: string }; readonly places: WordPlaces }, words: string, width: number, height: number): Box {
  const start = page.text.indexOf(words)
  const run = places.runs.find((one) => one.start <= start && start + words.length <= one.end)
  if (start < 0 || run === undefined) throw new Error(`${words} is not placed in ${page.text}`)
  const weight = (text: string): number => [...text].reduce((sum, character) => sum + (/[\d.]/.test(character) ? 0.55 : 1), 0)
  const before = weight(page.text.slice(run.start, start))
  const step = run.width / weight(page.text.slice(run.start, run.end))
  const left = (run.x + before * step) * width
  return { left, right: left + weight(words) * step * width, top: run.y * height, foot: (run.y + run.height) * height }
}

/** The box lies over the words that were drawn in `line` from character `from` on, give or take the half of a character. */
function expectOver(box: Box, line: number, from: number, count: number, scale = 1): void {
  const [left, foot, size] = [(LEFT + from * SIZE) * scale, (FIRST + line * SIZE * 2) * scale, SIZE * scale]
  expect(Math.abs(box.left - left)).toBeLessThan(size / 2)
  expect(Math.abs(box.right - (left + count * size))).toBeLessThan(size / 2)
  expect(box.top).toBeGreaterThan(foot - size * 1.3)
  expect(box.top).toBeLessThan(foot - size * 0.6)
  expect(box.foot).toBeGreaterThan(foot - size * 0.2)
  expect(box.foot).toBeLessThan(foot + size * 0.5)
}

const recognised = (name: string, bytes: Uint8Array): Promise<RecognisedPage> => recognisePlacedPage({ name, bytes }, 1)

describe('the words of a scan', () => {
  it('lie where they are printed, and every character of the text has a place', async () => {
    const found = await recognised('页.png', scan(LINES).toBuffer('image/png'))
    expect(found.places.slant).toBe(0)
    expectOver(boxOf(found, '申请书', WIDTH, HEIGHT), 0, 2, 3)
    expectOver(boxOf(found, '应急', WIDTH, HEIGHT), 1, 3, 2)
    expectOver(boxOf(found, '违法所得', WIDTH, HEIGHT), 3, 9, 4)
    const placed = new Set(found.places.runs.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)))
    expect([...found.page.text].filter((character, offset) => character.trim() !== '' && !placed.has(offset))).toEqual([])
  })

  it('of a page that was laid in askew lie there once the page is made level, around its middle', async () => {
    const slant = 2
    const found = await recognised('斜.png', scan(LINES, { slant }).toBuffer('image/png'))
    expect(Math.abs(found.places.slant - slant)).toBeLessThan(0.4)
    const box = boxOf(found, '违法所得', WIDTH, HEIGHT)
    // where the middle of these words was drawn: the canvas was turned around its corner
    const [x, y] = [LEFT + 11 * SIZE, FIRST + 3 * SIZE * 2 - SIZE * 0.35]
    const turn = (by: number, px: number, py: number) => [px * Math.cos(by) - py * Math.sin(by), px * Math.sin(by) + py * Math.cos(by)] as const
    const [drawnX, drawnY] = turn((slant * Math.PI) / 180, x, y)
    const [dx, dy] = turn((found.places.slant * Math.PI) / 180, (box.left + box.right) / 2 - WIDTH / 2, (box.top + box.foot) / 2 - HEIGHT / 2)
    expect(Math.hypot(dx + WIDTH / 2 - drawnX, dy + HEIGHT / 2 - drawnY)).toBeLessThan(SIZE / 2)
  })

  it('of a picture that is made smaller before it is recognised lie on the picture as it is', async () => {
    const large = createCanvas(WIDTH * 3, HEIGHT * 3)
    large.getContext('2d').drawImage(scan(LINES), 0, 0, WIDTH * 3, HEIGHT * 3)
    const found = await recognised('大图.png', large.toBuffer('image/png'))
    expectOver(boxOf(found, '违法所得', WIDTH * 3, HEIGHT * 3), 3, 9, 4, 3)
  })

  it('of a page that is turned in its PDF lie on the page as it is shown', async () => {
    const bytes = await pdf(async ({ pdf: document }) => {
      const image = await document.embedPng(scan(LINES).toBuffer('image/png'))
      const page = document.addPage([HEIGHT * 0.6, WIDTH * 0.6])
      page.drawImage(image, { x: HEIGHT * 0.6, y: 0, width: WIDTH * 0.6, height: HEIGHT * 0.6, rotate: degrees(90) })
      page.setRotation(degrees(90))
    })
    expectOver(boxOf(await recognised('横放.pdf', bytes), '违法所得', WIDTH, HEIGHT), 3, 9, 4)
  })

  it('of a form lie in its cells', async () => {
    const canvas = scan([], { width: WIDTH, height: 700 })
    const context = canvas.getContext('2d')
    const rows = [['受送达人', '安陵县红运烟花爆竹零售店'], ['送达文书', '行政处罚决定书'], ['送达地点', '安陵县城关镇人民路']]
    context.lineWidth = 3
    for (let line = 0; line <= rows.length; line += 1) context.strokeRect(100, 100, 1000, line * 90)
    context.strokeRect(100, 100, 260, 270)
    for (const [index, cells] of rows.entries()) for (const [at, cell] of cells.entries()) context.fillText(cell, at === 0 ? 120 : 390, 158 + index * 90)
    const found = await recognised('送达回证.png', canvas.toBuffer('image/png'))
    for (const [words, left, foot] of [['送达文书', 120, 248], ['处罚决定书', 390 + 2 * SIZE, 248], ['受送达人', 120, 158], ['人民路', 390 + 6 * SIZE, 338]] as const) {
      const box = boxOf(found, words, WIDTH, 700)
      expect(Math.abs(box.left - left)).toBeLessThan(SIZE / 2)
      expect(Math.abs(box.foot - foot)).toBeLessThan(SIZE / 2)
    }
  })

  it('are those of the text that is known of the page, also where it was read a little otherwise', async () => {
    const known = '听证申清书\n安陵县应急管理局\n我店于2026年3月18日收到告知书,申请举行听证。\n罚款五万元，并没收违法所得'
    const file = { name: '页.png', bytes: new Uint8Array(scan(LINES).toBuffer('image/png')) }
    const { places } = await recognisePlacedPage(file, 1, known)
    expectOver(boxOf({ page: { text: known }, places }, '申清书', WIDTH, HEIGHT), 0, 2, 3)
    expectOver(boxOf({ page: { text: known }, places }, '违法所得', WIDTH, HEIGHT), 3, 9, 4)
    expect(places.runs.every(({ start, end }) => start >= 0 && end <= known.length)).toBe(true)
    // a text of another page has no places on this one
    expect((await recognisePlacedPage({ ...file, bytes: file.bytes.slice() }, 1, '乙'.repeat(40))).places.runs.length).toBeLessThan(5)
  })

  it('stay where they are behind words that nobody can read any more', async () => {
    const canvas = scan(LINES)
    const context = canvas.getContext('2d')
    context.fillStyle = '#777'
    // over the sixth to the ninth character of the last line
    context.fillRect(LEFT + 5 * SIZE, FIRST + 6 * SIZE - SIZE * 1.1, 4 * SIZE, SIZE * 1.4)
    const found = await recognised('污损.png', canvas.toBuffer('image/png'))
    const [, line = ''] = /(罚款五万.*)$/mu.exec(found.page.text) ?? []
    expect(line).not.toContain('没收')
    const box = boxOf(found, '人民币', WIDTH, HEIGHT)
    expect(Math.abs(box.left - (LEFT + 14 * SIZE))).toBeLessThan(SIZE * 1.2)
  })

  it('are none on an empty page', async () => {
    expect((await recognised('空白.png', scan([]).toBuffer('image/png'))).places).toEqual(NO_PLACES)
  })
})
