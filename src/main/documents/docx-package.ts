/** Finishes the package that the `docx` library makes: font substitutes, fixed dates and names, fixed order. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import type { IsoInstant } from '../../shared/values/values.ts'
import { WORD_FONTS } from './docx-styles.ts'

const FONT_TABLE = 'word/fontTable.xml'
const CORE = 'docProps/core.xml'

// ZIP cannot date anything before 1980, and takes local time: one fixed day for every entry in every time zone.
const ENTRY_DATE = new Date(1980, 0, 2)

/** Rewrites a package in a fixed order with fixed dates. */
export function finishPackage(made: Uint8Array, createdAt: IsoInstant): Uint8Array {
  const entries = unzipSync(made)
  edit(entries, CORE, (xml) => withDates(xml, createdAt))
  edit(entries, FONT_TABLE, withFontSubstitutes)
  for (const name of Object.keys(entries)) {
    const header = /^word\/header(\d+)\.xml$/.exec(name)
    if (header !== null) edit(entries, name, (xml) => withWatermarkNumber(xml, header[1] ?? ''))
  }
  const names = Object.keys(entries).filter((name) => !name.endsWith('/'))
  // readers look for the content types first
  names.sort((a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1))
  const ordered: Zippable = {}
  for (const name of names) ordered[name] = entries[name] ?? new Uint8Array()
  return zipSync(ordered, { level: 6, mtime: ENTRY_DATE })
}

function edit(entries: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const entry = entries[name]
  if (entry === undefined) throw new Error(`the Word package has no ${name}`)
  entries[name] = strToU8(change(strFromU8(entry)))
}

function withDates(xml: string, createdAt: IsoInstant): string {
  const seconds = `${createdAt.slice(0, 19)}Z`
  return xml.replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g, `$1${seconds}$3`)
}

/** The library names a watermark at random; Word knows it by the first part of the name. */
function withWatermarkNumber(xml: string, number: string): string {
  return xml.replaceAll(/(PowerPlusWaterMarkObject)[\w-]+/g, `$1${number}`)
}

function withFontSubstitutes(xml: string): string {
  const fonts = Object.values(WORD_FONTS).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/>` +
      '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
  )
  const open = xml.match(/<w:fonts\b[^>]*?(\/?)>/)
  if (open === null) throw new Error('the Word font table has no fonts element')
  if (open[1] === '/') return xml.replace(open[0], `${open[0].slice(0, -2)}>${fonts.join('')}</w:fonts>`)
  return xml.replace('</w:fonts>', `${fonts.join('')}</w:fonts>`)
}
