/**
 * Automatic numbering (自动编号) of a DOCX: “一、” and “（二）” that Word counts are not in the text of the paragraphs, but they are
 * what a reader sees (ISO/IEC 29500-1 §17.9).
 */
import { scanXml } from './xml-scan.ts'

interface Level {
  start: number
  format: string
  text: string
  suffix: string
}

interface Instance {
  readonly abstractId: string
  /** Level to the number it starts with. */
  readonly starts: Map<number, number>
}

export interface NumberingOf {
  readonly numberingId: string
  readonly level: number
}

const CHINESE = '〇一二三四五六七八九'

/** As it is counted: 十, 十一, 二十, 一百零五. */
function inChinese(value: number): string {
  if (value < 10) return CHINESE[value] ?? ''
  if (value < 20) return `十${value === 10 ? '' : inChinese(value - 10)}`
  if (value < 100) return `${inChinese(Math.floor(value / 10))}十${value % 10 === 0 ? '' : inChinese(value % 10)}`
  const rest = value % 100
  const tail = rest === 0 ? '' : rest < 10 ? `零${inChinese(rest)}` : rest < 20 ? `一${inChinese(rest)}` : inChinese(rest)
  return value < 1000 ? `${inChinese(Math.floor(value / 100))}百${tail}` : String(value)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]

function inRoman(value: number): string {
  let [rest, roman] = [value, '']
  for (const [worth, digits] of ROMAN) {
    for (; rest >= worth; rest -= worth) roman += digits
  }
  return roman
}

const inLetters = (value: number): string => String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

/** A count in the format of its level; formats that are not known are shown in digits. */
function formatted(count: number, format: string): string {
  const value = Math.min(Math.max(count, 0), 9999)
  if (/^((chinese|taiwanese)Counting(Thousand)?|japaneseCounting|ideographDigital|koreanDigital2?)$/.test(format)) return inChinese(value)
  if (format.startsWith('decimalEnclosedCircle')) return value >= 1 && value <= 20 ? String.fromCodePoint(0x24_5f + value) : String(value)
  if (format === 'decimalFullWidth') return String(value).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff_10 + Number(digit)))
  if (format === 'lowerLetter' && value > 0) return inLetters(value)
  if (format === 'upperLetter' && value > 0) return inLetters(value).toUpperCase()
  if (format === 'lowerRoman') return inRoman(value)
  if (format === 'upperRoman') return inRoman(value).toUpperCase()
  return format === 'bullet' || format === 'none' ? '' : String(value)
}

export interface Numbering {
  /** The label of the next paragraph at this place, such as `（二）`; empty for bullets and where nothing is counted. */
  next(of: NumberingOf): string
  /** What a paragraph style brings; undefined where it brings none. */
  ofStyle(styleId: string): NumberingOf | undefined
}

interface Definitions {
  readonly levels: Map<string, Map<number, Level>>
  readonly instances: Map<string, Instance>
}

function readDefinitions(xml: string): Definitions {
  const levels = new Map<string, Map<number, Level>>()
  const instances = new Map<string, Instance>()
  let abstract: Map<number, Level> | undefined
  let instance: Instance | undefined
  let instanceId = ''
  let level: Level | undefined
  let levelNumber = 0
  scanXml(xml, {
    open: (name, attributes) => {
      const value = attributes.get('val') ?? ''
      if (name === 'abstractNum') levels.set(attributes.get('abstractNumId') ?? '', (abstract = new Map()))
      else if (name === 'num') instanceId = attributes.get('numId') ?? ''
      else if (name === 'abstractNumId') instances.set(instanceId, (instance = { abstractId: value, starts: new Map() }))
      else if (name === 'lvlOverride') levelNumber = Number(attributes.get('ilvl') ?? 0)
      else if (name === 'startOverride') instance?.starts.set(levelNumber, Number(value))
      else if (name === 'lvl' && instance === undefined) {
        level = { start: 1, format: 'decimal', text: '', suffix: 'tab' }
        abstract?.set(Number(attributes.get('ilvl') ?? 0), level)
      } else if (level !== undefined) {
        if (name === 'start') level.start = Number(value)
        else if (name === 'numFmt') level.format = value
        else if (name === 'lvlText') level.text = value
        else if (name === 'suff') level.suffix = value
      }
    },
    close: (name) => {
      if (name === 'lvl') level = undefined
      if (name === 'num') instance = undefined
    },
    text: () => undefined,
  })
  return { levels, instances }
}

interface StyleNumbering {
  basedOn: string | undefined
  numberingId: string | undefined
  level: number
}

function readStyles(xml: string): Map<string, StyleNumbering> {
  const styles = new Map<string, StyleNumbering>()
  let style: StyleNumbering | undefined
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'style') styles.set(attributes.get('styleId') ?? '', (style = { basedOn: undefined, numberingId: undefined, level: 0 }))
      if (style === undefined) return
      if (name === 'basedOn') style.basedOn = attributes.get('val')
      if (name === 'numId') style.numberingId = attributes.get('val')
      if (name === 'ilvl') style.level = Number(attributes.get('val') ?? 0)
    },
    close: (name) => {
      if (name === 'style') style = undefined
    },
    text: () => undefined,
  })
  return styles
}

/** @param numberingXml `word/numbering.xml`, @param stylesXml `word/styles.xml`; either may be missing. */
export function numberingOf(numberingXml: string | undefined, stylesXml: string | undefined): Numbering {
  const { levels, instances } = readDefinitions(numberingXml ?? '')
  const styles = readStyles(stylesXml ?? '')
  /** By abstract definition, or by instance where that starts anew. */
  const counts = new Map<string, number[]>()

  const next = ({ numberingId, level }: NumberingOf): string => {
    const instance = instances.get(numberingId)
    const definition = instance === undefined ? undefined : levels.get(instance.abstractId)
    const own = definition?.get(level)
    if (instance === undefined || definition === undefined || own === undefined) return ''
    const key = instance.starts.size > 0 ? `num ${numberingId}` : `abstract ${instance.abstractId}`
    const counted = counts.get(key) ?? []
    counts.set(key, counted)
    const startOf = (at: number): number => instance.starts.get(at) ?? definition.get(at)?.start ?? 1
    counted[level] = (counted[level] ?? startOf(level) - 1) + 1
    counted.length = level + 1
    const label = own.text.replaceAll(/%(\d)/g, (_match, digit: string) => {
      const at = Number(digit) - 1
      return formatted(counted[at] ?? startOf(at), definition.get(at)?.format ?? 'decimal')
    })
    if (own.format === 'bullet') return ''
    return label !== '' && (own.suffix === 'space' || /[\dA-Za-z.]$/.test(label)) ? `${label} ` : label
  }

  const ofStyle = (styleId: string): NumberingOf | undefined => {
    let id: string | undefined = styleId
    for (let step = 0; step < 12 && id !== undefined; step += 1) {
      const style = styles.get(id)
      if (style?.numberingId !== undefined) return { numberingId: style.numberingId, level: style.level }
      id = style?.basedOn
    }
    return undefined
  }
  return { next, ofStyle }
}
