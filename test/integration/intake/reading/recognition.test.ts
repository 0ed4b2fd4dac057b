/** Scans and photographs: what is read from them here, on this computer, without asking anybody. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, describe, expect, it } from 'vitest'
import { SURE_ENOUGH } from '../../../../src/shared/intake/document-text.ts'
import { withRecognised } from '../../../../src/shared/intake/reading/reading.ts'
import { ImageBroken, ImageTooLarge } from '../../../../src/main/intake/reading/page-image.ts'
import { readText } from '../../../../src/main/intake/reading/read-text.ts'
import { endRecognition, recognisePage } from '../../../../src/main/intake/reading/recognise-page.ts'
import { greyTiff, tiffOfTwo } from '../../../support/grey-tiff.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../../support/temporary-folder.ts'
import { A4, docx, pdf, scan } from './made-files.ts'

afterAll(async () => {
  await endRecognition()
  removeTemporaryFolders()
})

const LINES = ['听证申请书', '安陵县应急管理局：', '我店于2026年3月18日收到告知书，申请举行听证。', '统一社会信用代码91439901MA9X000111']
const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')
const CASE = new URL('../../../../../shared/cases/seizure-licence/files/', import.meta.url).pathname

describe('recognition', () => {
  it('reads a scanned page of a PDF line by line, sure of it', async () => {
    const picture = scan(LINES).toBuffer('image/jpeg', 80)
    const bytes = await pdf(async ({ pdf: document }) => {
      const page = document.addPage(A4)
      page.drawImage(await document.embedJpg(picture), { x: 0, y: 300, width: A4[0], height: A4[0] * 0.726 })
    })
    const file = { name: '听证申请书.pdf', bytes }
    const reading = await readText(file)
    expect(reading.toRecognise).toEqual([1])
    const page = await recognisePage(file, 1)
    expect(page).toMatchObject({ number: 1, source: 'ocr' })
    expect(page.confidence).toBeGreaterThan(SURE_ENOUGH)
    expect(page.text.split('\n').map(squeezed)).toEqual(LINES.map(squeezed))
    expect(withRecognised(reading.text, [page]).pages).toEqual([page])
  })

  it('reads a page that lies slantwise or upside down in its file as it is shown', async () => {
    const slanted = await recognisePage({ name: '斜.png', bytes: scan(LINES, { slant: 1.7 }).toBuffer('image/png') }, 1)
    expect(squeezed(slanted.text)).toContain(squeezed(LINES[2]!))
    const bytes = await pdf(async ({ pdf: document }) => {
      const image = await document.embedPng(scan(LINES).toBuffer('image/png'))
      const page = document.addPage([600, 830])
      const { degrees } = await import('pdf-lib')
      page.drawImage(image, { x: 436, y: 0, width: 830 * 0.7, height: 436, rotate: degrees(90) })
      page.setRotation(degrees(90))
    })
    const turned = await recognisePage({ name: '横放.pdf', bytes }, 1)
    expect(squeezed(turned.text)).toContain(squeezed(LINES[2]!))
  })

  it('reads a ruled form row by row, with a stamp over it', async () => {
    const canvas = scan([], { width: 1240, height: 700 })
    const context = canvas.getContext('2d')
    const rows = [['受送达人', '安陵县红运烟花爆竹零售店'], ['送达文书', '行政处罚决定书'], ['送达时间', '2026年4月14日11时10分']]
    context.lineWidth = 3
    for (let line = 0; line <= rows.length; line += 1) context.strokeRect(100, 100, 1000, line * 90)
    context.strokeRect(100, 100, 260, 270)
    for (const [index, cells] of rows.entries()) for (const [at, cell] of cells.entries()) context.fillText(cell, at === 0 ? 120 : 390, 158 + index * 90)
    context.strokeStyle = '#d22'
    context.lineWidth = 6
    context.beginPath()
    context.arc(950, 330, 120, 0, Math.PI * 2)
    context.stroke()
    const { text } = await recognisePage({ name: '送达回证.png', bytes: canvas.toBuffer('image/png') }, 1)
    const found = text.split('\n').map((line) => line.split('\t').map(squeezed))
    // what of the stamp lies in a cell may add a mark or two behind the words
    for (const [index, [label, value]] of rows.entries()) expect(found[index]).toEqual([squeezed(label!), expect.stringMatching(`^${squeezed(value!)}.{0,3}$`)])
  })

  it.each([['image/png', 'png'], ['image/jpeg', 'jpg'], ['image/webp', 'webp']] as const)('takes %s', async (type, ending) => {
    const canvas = scan(LINES.slice(2, 3), { height: 260 })
    const bytes = type === 'image/png' ? canvas.toBuffer(type) : canvas.toBuffer(type, 90)
    const { text } = await recognisePage({ name: `图.${ending}`, bytes }, 1)
    expect(squeezed(text)).toContain('收到告知书')
  })

  it('takes BMP and TIFF', async () => {
    const canvas = scan(LINES.slice(2, 3), { width: 1200, height: 260 })
    const { data } = canvas.getContext('2d').getImageData(0, 0, 1200, 260)
    for (const [name, bytes] of [['图.bmp', bmp(data, 1200, 260)], ['图.tiff', greyTiff(data, 1200, 260)]] as const) {
      expect(await readText({ name, bytes })).toMatchObject({ problem: null, toRecognise: [1] })
      expect(squeezed((await recognisePage({ name, bytes }, 1)).text)).toContain('收到告知书')
    }
  })

  it('takes each page of a TIFF', async () => {
    const width = 1200
    const page = (line: string) => scan([line], { width, height: 260 }).getContext('2d').getImageData(0, 0, width, 260).data
    const bytes = tiffOfTwo(greyTiff(page(LINES[2]!), width, 260), greyTiff(page(LINES[1]!), width, 260))
    const file = { name: '传真.tif', bytes }
    const reading = await readText(file)
    expect(reading.toRecognise).toEqual([1, 2])
    expect(reading.text.pages.map(({ number }) => number)).toEqual([1, 2])
    expect(squeezed((await recognisePage(file, 1)).text)).toContain('收到告知书')
    expect(squeezed((await recognisePage(file, 2)).text)).toContain('应急管理局')
    expect((await readText({ name: '半截.tif', bytes: bytes.subarray(0, 5000) })).problem).toMatchObject({ code: 'broken' })
  })

  it('reads the picture that was pasted into a DOCX', async () => {
    const parts = { 'word/_rels/document.xml.rels': '<Relationships><Relationship Id="r1" Target="media/1.png"/></Relationships>', 'word/media/1.png': scan(LINES).toBuffer('image/png') }
    const file = { name: '证照.docx', bytes: docx('<w:p><w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r></w:p>', parts) }
    const { toRecognise } = await readText(file)
    expect(toRecognise).toEqual([2])
    expect(squeezed((await recognisePage(file, 2)).text)).toContain('听证申请书')
  })

  it('finds nothing on an empty page and nothing sure in a photograph of a place', async () => {
    expect(await recognisePage({ name: '空白.png', bytes: scan([]).toBuffer('image/png') }, 1)).toEqual({ number: 1, source: 'ocr', text: '', confidence: 0 })
    const canvas = createCanvas(1200, 900)
    const context = canvas.getContext('2d')
    let seed = 5
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
    for (let index = 0; index < 4000; index += 1) {
      context.fillStyle = `rgb(${random() * 160},${random() * 150},${random() * 140})`
      context.fillRect(random() * 1200, random() * 900, random() * 90, random() * 60)
    }
    const { confidence } = await recognisePage({ name: '现场照片.jpg', bytes: canvas.toBuffer('image/jpeg', 80) }, 1)
    expect(confidence).toBeLessThan(SURE_ENOUGH)
  })

  it('refuses what is too large before it is decoded, and what is damaged', async () => {
    const png = scan(['文']).toBuffer('image/png')
    const vast = Buffer.from(png)
    vast.writeUInt32BE(60_000, 16)
    vast.writeUInt32BE(60_000, 20)
    expect((await readText({ name: '巨图.png', bytes: vast })).problem).toEqual({ code: 'image-too-large', data: { width: 60_000, height: 60_000 } })
    await expect(recognisePage({ name: '巨图.png', bytes: vast }, 1)).rejects.toBeInstanceOf(ImageTooLarge)
    await expect(recognisePage({ name: '半截.png', bytes: png.subarray(0, 200) }, 1)).rejects.toBeInstanceOf(ImageBroken)
    expect((await readText({ name: '不是图.jpg', bytes: Buffer.from('没有图片') })).problem).toEqual({ code: 'broken', data: { format: 'JPG' } })
  })

  it('turns a photograph upright as its camera says', async () => {
    const upright = scan(LINES.slice(2, 3), { width: 1000, height: 300, size: 26 })
    const lying = createCanvas(300, 1000)
    const context = lying.getContext('2d')
    // as a camera stores it that was held upright: the top of the scene is at the right
    context.translate(0, 1000)
    context.rotate(-Math.PI / 2)
    context.drawImage(await loadImage(upright.toBuffer('image/png')), 0, 0)
    const { text } = await recognisePage({ name: 'IMG_1.jpg', bytes: withOrientation(lying.toBuffer('image/jpeg', 95), 6) }, 1)
    expect(squeezed(text)).toContain('收到告知书')
  })

  it('asks the network for nothing and leaves nothing behind', () => {
    const folder = temporaryFolder('recognition')
    const work = join(folder, 'work')
    mkdirSync(work)
    const file = join(folder, '页.png')
    writeFileSync(file, scan(LINES).toBuffer('image/png'))
    const here = import.meta.dirname
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', join(here, 'without-network.ts'), join(here, 'recognise-once.ts'), file], {
      cwd: work,
      encoding: 'utf8',
    })
    expect({ status, stderr: stderr.includes('network') }).toEqual({ status: 0, stderr: false })
    expect(JSON.parse(stdout)).toMatchObject({ source: 'ocr', text: expect.stringContaining('听证') as string })
    expect(readdirSync(work)).toEqual([])
    // the guard itself bites
    const asks = join(folder, 'asks.ts')
    writeFileSync(asks, "await fetch('http://127.0.0.1:9/')\n")
    expect(spawnSync(process.execPath, ['--import', join(here, 'without-network.ts'), asks]).status).toBe(77)
  })
})

describe('the scans of a case that somebody else made', () => {
  it.skipIf(!existsSync(CASE))('are read with names, numbers and dates', async () => {
    const recognised = async (name: string) => (await recognisePage({ name, bytes: new Uint8Array(readFileSync(join(CASE, name))) }, 1)).text
    const application = await recognised('听证申请书（扫描）.pdf')
    for (const word of ['听证申请书', '2026年3月18日', '要求举行听证', '邹大勇', '2026年3月23日']) expect(application).toContain(word)
    const papers = await recognised('许可证、营业执照（扫描）.pdf')
    for (const word of ['92511025MA6B5H3L2U', '511025197804123314', '2026年10月31日', '田国栋', '51102524015']) expect(papers).toContain(word)
    expect(papers.split('\n')).toContain('经营者\t邹大勇')
  })
})

/** Uncompressed, 24 bits, rows from the bottom up. */
function bmp(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const rowLength = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + rowLength * height)
  file.write('BM')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) file.set([2, 1, 0].map((part) => rgba[(y * width + x) * 4 + part]!), 54 + (height - 1 - y) * rowLength + x * 3)
  }
  return file
}

/** The JPEG with an EXIF segment that tells how the camera was held. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.alloc(34)
  exif.write('Exif\0\0II*\0', 'latin1')
  exif.writeUInt32LE(8, 10)
  exif.writeUInt16LE(1, 14)
  exif.writeUInt16LE(0x112, 16)
  exif.writeUInt16LE(3, 18)
  exif.writeUInt32LE(1, 20)
  exif.writeUInt16LE(orientation, 24)
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}
