/** Styles of the Word document: the same sizes and roles as the PDF, in the fonts that GB/T 9704-2012 names. */
import { AlignmentType, LineRuleType } from 'docx'
import type { IFontAttributesProperties, IParagraphStyleOptions, IStylesOptions } from 'docx'
import type { Alignment } from '../../shared/documents/model.ts'
import { CHARACTER_PITCH, LINE_HEIGHT, SIZE } from './page-geometry.ts'

/** Twentieths of a point, Word's unit of length. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

const LATIN = 'Times New Roman'

/**
 * Chinese fonts by role, each with the fonts that Word and LibreOffice may use in its place, best first. They are
 * written to the font table, since the names with _GB2312 and 方正 are missing on many computers.
 */
export const WORD_FONTS = {
  body: { name: '仿宋_GB2312', instead: ['仿宋', 'FangSong', '方正仿宋_GBK', 'Noto Serif CJK SC'] },
  kai: { name: '楷体_GB2312', instead: ['楷体', 'KaiTi', '方正楷体_GBK', 'Noto Serif CJK SC'] },
  hei: { name: '黑体', instead: ['SimHei', '方正黑体_GBK', 'Noto Sans CJK SC'] },
  title: { name: '方正小标宋简体', instead: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC'] },
  song: { name: '宋体', instead: ['SimSun', 'Noto Serif CJK SC'] },
} as const

export type WordFontRole = keyof typeof WORD_FONTS

export function wordFont(role: WordFontRole): IFontAttributesProperties {
  // the hint sends marks that both scripts have, such as “ ” and …, to the Chinese font
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: WORD_FONTS[role].name, hint: 'eastAsia' }
}

/** Check boxes: a font that has ☑ on Windows; elsewhere the system finds one. */
export const CHECK_BOX_FONT: IFontAttributesProperties = {
  ascii: 'Segoe UI Symbol',
  hAnsi: 'Segoe UI Symbol',
  eastAsia: 'Segoe UI Symbol',
  cs: 'Segoe UI Symbol',
}

export const ALIGN: Record<Alignment, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.BOTH,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}

/** In the narrow cells of a table justified lines would be torn apart. */
export const ALIGN_IN_CELL = { ...ALIGN, left: AlignmentType.LEFT }

const exactly = (points: number) => ({ line: twips(points), lineRule: LineRuleType.EXACT, before: 0, after: 0 })
/** Word's font sizes are half points. */
const half = (points: number): number => Math.round(points * 2)
const INDENT = { firstLine: twips(2 * CHARACTER_PITCH), firstLineChars: 200 }
/** Size 3 is set a little tighter, so that 28 characters fill a line; rounded down, as Word counts whole twips. */
const TIGHTER = Math.floor((CHARACTER_PITCH - SIZE.three) * 20)

/** Identifiers of the paragraph styles. */
export const STYLE = {
  title: 'DocumentTitle',
  number: 'DocumentNumber',
  addressee: 'Addressee',
  body: 'BodyParagraph',
  note: 'DocumentNote',
  cell: 'TableCell',
  cellLabel: 'TableLabel',
  attachment: 'AttachmentNote',
  signer: 'SignerLine',
  signOff: 'SignOff',
  imprint: 'Imprint',
  pageNumber: 'PageNumberLine',
} as const

const style = (
  id: string,
  name: string,
  role: WordFontRole,
  size: number,
  paragraph: IParagraphStyleOptions['paragraph'],
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: {
    font: wordFont(role),
    size: half(size),
    ...(size === SIZE.three ? { characterSpacing: TIGHTER } : {}),
  },
  paragraph,
})

const headingStyle = (role: WordFontRole) => ({
  run: { font: wordFont(role), size: half(SIZE.three), bold: false, color: '000000', characterSpacing: TIGHTER },
  paragraph: { spacing: exactly(LINE_HEIGHT), indent: INDENT, keepNext: true, alignment: AlignmentType.BOTH },
})

export function wordStyles(): IStylesOptions {
  const { BOTH, CENTER, LEFT, RIGHT } = AlignmentType
  const line = exactly(LINE_HEIGHT)
  return {
    default: {
      document: {
        run: {
          font: wordFont('body'),
          size: half(SIZE.three),
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
      },
      heading1: headingStyle('hei'),
      heading2: headingStyle('kai'),
      heading3: headingStyle('body'),
      heading4: headingStyle('body'),
    },
    paragraphStyles: [
      style(STYLE.title, '公文标题', 'title', SIZE.two, { spacing: exactly(36), alignment: CENTER, keepNext: true }),
      style(STYLE.number, '文号', 'body', SIZE.three, {
        spacing: { ...line, after: twips(LINE_HEIGHT / 2) },
        alignment: CENTER,
      }),
      style(STYLE.addressee, '主送机关', 'body', SIZE.three, { spacing: line, alignment: LEFT, keepNext: true }),
      style(STYLE.body, '公文正文', 'body', SIZE.three, { spacing: line, alignment: BOTH }),
      style(STYLE.note, '公文注释', 'body', SIZE.smallFour, { spacing: exactly(20), alignment: BOTH }),
      style(STYLE.cell, '表格文字', 'body', SIZE.smallFour, { spacing: exactly(18), alignment: LEFT }),
      style(STYLE.cellLabel, '表格栏目', 'hei', SIZE.smallFour, { spacing: exactly(18), alignment: CENTER }),
      style(STYLE.attachment, '附件说明', 'body', SIZE.three, { spacing: line, alignment: LEFT }),
      style(STYLE.signer, '签署', 'body', SIZE.four, { spacing: exactly(22), keepNext: true, keepLines: true }),
      style(STYLE.signOff, '落款', 'body', SIZE.three, { spacing: line, alignment: RIGHT, keepLines: true }),
      style(STYLE.imprint, '版记', 'song', SIZE.smallFive, { spacing: exactly(14), alignment: LEFT }),
      style(STYLE.pageNumber, '页码', 'song', SIZE.four, { spacing: { before: 0, after: 0 } }),
    ],
  }
}
