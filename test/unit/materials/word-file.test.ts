/** A Word document before it is converted: changes made visible, macros left out, bounds kept. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DocxBroken, docxPackage, DocxTooLarge } from '../../../src/renderer/materials/viewer/docx-package.ts'
import { DELETED_STYLE, INSERTED_STYLE, withTrackedChanges } from '../../../src/renderer/materials/viewer/tracked-changes.ts'

const run = (text: string, properties = ''): string => `<w:r>${properties}<w:t>${text}</w:t></w:r>`
const style = (name: string): string => `<w:rStyle w:val="${name}"/>`

describe('tracked changes', () => {
  it('of a document that has none leave it as it is', () => {
    const xml = `<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>${run('文字', '<w:rPr><w:rStyle w:val="X"/></w:rPr>')}</w:p>`
    expect(withTrackedChanges(xml)).toEqual({ xml, inserted: 0, deleted: 0, authors: [] })
  })

  it('what was deleted is there again and struck out, what was inserted is underlined', () => {
    const xml = `<w:p>${run('前')}<w:del w:id="1" w:author="甲 &amp; 乙"><w:r><w:rPr><w:b/><w:rStyle w:val="X"/></w:rPr><w:delText xml:space="preserve">旧</w:delText></w:r></w:del><w:ins w:id="2" w:author="丙">${run('新')}</w:ins>${run('后')}</w:p>`
    const made = withTrackedChanges(xml)
    expect(made.xml).toBe(
      `<w:p>${run('前')}<w:r><w:rPr>${style(DELETED_STYLE)}<w:b/></w:rPr><w:t xml:space="preserve">旧</w:t></w:r><w:r><w:rPr>${style(INSERTED_STYLE)}</w:rPr><w:t>新</w:t></w:r>${run('后')}</w:p>`,
    )
    expect([made.inserted, made.deleted, made.authors]).toEqual([1, 1, ['甲 & 乙', '丙']])
  })

  it('what was inserted and then deleted is struck out, what was moved is shown at both places', () => {
    const xml = `<w:ins w:author="甲"><w:del w:author="乙"><w:r><w:rPr/><w:delText>两次</w:delText></w:r></w:del></w:ins><w:moveFrom>${run('移')}</w:moveFrom><w:moveTo>${run('移')}</w:moveTo>`
    const made = withTrackedChanges(xml)
    expect(made.xml).toBe(
      `<w:r><w:rPr>${style(DELETED_STYLE)}</w:rPr><w:t>两次</w:t></w:r><w:r><w:rPr>${style(DELETED_STYLE)}</w:rPr><w:t>移</w:t></w:r><w:r><w:rPr>${style(INSERTED_STYLE)}</w:rPr><w:t>移</w:t></w:r>`,
    )
  })

  it('of a paragraph mark alone are no change of words', () => {
    const xml = `<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="甲"/></w:rPr></w:pPr>${run('文')}</w:p>`
    expect(withTrackedChanges(xml)).toEqual({ xml, inserted: 0, deleted: 0, authors: [] })
  })
})

const word = (parts: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(`<w:p>${run('文')}</w:p>`), ...parts })

const pngOf = (width: number, height: number): Uint8Array => {
  const header = Buffer.alloc(40)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(header)
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return new Uint8Array(header)
}

describe('a Word file', () => {
  it('goes to the converter without its macros and embedded objects, which is told', () => {
    const { bytes, facts } = docxPackage(word({ 'word/vbaProject.bin': strToU8('Sub AutoOpen()'), 'word/embeddings/oleObject1.bin': strToU8('x'), 'word/styles.xml': strToU8('<w:styles/>') }))
    expect(facts.macros).toBe(true)
    expect(Object.keys(unzipSync(bytes)).toSorted()).toEqual(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml'])
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('文')
  })

  it('with a picture too large for the window is shown without that picture', () => {
    const { bytes, facts } = docxPackage(word({ 'word/media/image1.png': pngOf(20_000, 10_000), 'word/media/image2.png': pngOf(100, 100) }))
    expect(facts.picturesLeftOut).toBe(1)
    const parts = unzipSync(bytes)
    expect([parts['word/media/image1.png']?.length, parts['word/media/image2.png']?.length]).toEqual([0, 40])
  })

  it('that says it unpacks to far more than can be shown, is not unpacked', () => {
    const bytes = Buffer.from(word({ 'word/comments.xml': strToU8('<w:comments/>') }))
    // the last entry of the directory is that part; its size stands 24 bytes into it (APPNOTE 4.3.12)
    bytes.writeUInt32LE(60 * 1024 ** 2, bytes.lastIndexOf(Buffer.from('504b0102', 'hex')) + 24)
    expect(() => docxPackage(new Uint8Array(bytes))).toThrow(DocxTooLarge)
  })

  it('whose part is larger than it says is not unpacked beyond what it says', () => {
    const bytes = Buffer.from(word({ 'word/comments.xml': strToU8(`<w:comments>${'x'.repeat(5000)}</w:comments>`) }))
    bytes.writeUInt32LE(100, bytes.lastIndexOf(Buffer.from('504b0102', 'hex')) + 24)
    let length = 0
    try {
      length = unzipSync(docxPackage(new Uint8Array(bytes)).bytes)['word/comments.xml']?.length ?? 0
    } catch (error) {
      expect(error).toBeInstanceOf(DocxBroken)
    }
    expect(length).toBeLessThanOrEqual(100)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['words', strToU8('no archive')],
    ['an archive of something else', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['a half', word().subarray(0, 60)],
  ])('that is %s is broken', (_, bytes) => {
    expect(() => docxPackage(bytes)).toThrow(DocxBroken)
  })
})
