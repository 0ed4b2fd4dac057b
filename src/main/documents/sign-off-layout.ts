/** Lays out what follows the text: attachments, those who sign, organ and date, and the imprint at the foot. */
import type { DocumentPart } from '../../shared/documents/preview.ts'
import type { FooterFact } from '../../shared/documents/model.ts'
import type { FontSet } from './fonts.ts'
import { BLOCK, CHARACTER_PITCH, LINE_HEIGHT, SIZE } from './page-geometry.ts'
import type { Mark, Slice } from './pagination.ts'
import { setText, textWidth } from './text-setting.ts'
import type { SetLine, TextStyle } from './text-setting.ts'

type Part<Kind extends DocumentPart['kind']> = Extract<DocumentPart, { kind: Kind }>

const INDENT = 2 * CHARACTER_PITCH
const SIGNER_STYLE: TextStyle = { role: 'body', size: SIZE.four }
const SIGNER_HEIGHT = 52
const SIGNATURE = { width: 124, height: 42, gap: 10 }
const IMPRINT_LINE = 14
/** Room above organ and date, so that a seal on them does not touch the signatures. */
const GAP_FOR_SEAL = 1.5 * LINE_HEIGHT
/** Organ and date stand a little below the middle of the seal that lies on both (7.3.5.1); from the top of the date's line. */
const SEAL_MIDDLE = -6
const BODY: TextStyle = { role: 'body', size: SIZE.three, pitch: CHARACTER_PITCH }
const UNBOUNDED = (): number => Infinity

/** The baseline of a line of text in a strip, so that the characters stand in its middle. */
export function baselineIn(height: number, size: number): number {
  return height / 2 + 0.38 * size
}

/** The attachment note (附件说明): numbers below each other, further lines of a name below the name (7.3.4). */
export function layoutAttachments(parts: readonly Part<'attachment'>[], fonts: FontSet): Slice[] {
  const numberX = INDENT + 3 * CHARACTER_PITCH
  return parts.flatMap((part, index) => {
    const place = `附件说明第${index + 1}项`
    const nameX = numberX + (part.number === '' ? 0 : textWidth(part.number, BODY, fonts, place))
    const setting = { style: BODY, room: () => BLOCK.width - nameX, justify: true, place }
    const lines = setText(part.name, setting, fonts)
    return lines.map((line, row): Slice => {
      const baseline = baselineIn(LINE_HEIGHT, BODY.size)
      const before: Mark[] = []
      if (row === 0) {
        before.push(...oneLine(part.lead, INDENT, baseline, BODY, place, fonts))
        before.push(...oneLine(part.number, numberX, baseline, BODY, place, fonts))
      }
      return {
        height: LINE_HEIGHT,
        gapBefore: index === 0 && row === 0 ? LINE_HEIGHT : 0,
        keepWithNext: row < lines.length - 1,
        marks: [...before, { kind: 'text', line, x: nameX, baseline, size: BODY.size }],
      }
    })
  })
}

/** One strip for each who signs: role and name, the place for the signature over a line, the day on the right. */
export function layoutSigners(parts: readonly Part<'signer'>[], fonts: FontSet): Slice[] {
  const place = '落款'
  const width = (content: string): number => textWidth(content, SIGNER_STYLE, fonts, place)
  const dateWidth = Math.max(0, ...parts.map((part) => width(part.date)))
  const furthest = BLOCK.width - dateWidth - SIGNATURE.width - 2 * SIGNATURE.gap
  const nameEnd = Math.max(0, ...parts.map((part) => INDENT + width(`${part.label}${part.name}`)))
  const boxX = Math.min(nameEnd + SIGNATURE.gap, furthest)
  return parts.map((part, index): Slice => {
    const baseline = SIGNER_HEIGHT - 12
    const words = `${part.label}${part.name}`
    // a role and name that reach into the place for the signature stand on lines of their own above it
    const above = INDENT + width(words) > boxX
    const setting = { style: SIGNER_STYLE, room: () => BLOCK.width - INDENT, justify: false, place }
    const lines = setText(words, setting, fonts)
    const lift = above ? lines.length * 22 : 0
    const bottom = lift + baseline
    return {
      height: lift + SIGNER_HEIGHT,
      gapBefore: index === 0 ? LINE_HEIGHT : 0,
      keepWithNext: true,
      marks: [
        ...lines.map((line, row): Mark => {
          return { kind: 'text', line, x: INDENT, baseline: above ? 16 + row * 22 : bottom, size: SIGNER_STYLE.size }
        }),
        ...oneLine(part.date, BLOCK.width - width(part.date), bottom, SIGNER_STYLE, place, fonts),
        { kind: 'rule', x1: boxX, y1: bottom + 4, x2: boxX + SIGNATURE.width, y2: bottom + 4, weight: 0.5 },
        {
          kind: 'signature',
          signer: part.signer,
          x: boxX,
          y: bottom + 3 - SIGNATURE.height,
          width: SIGNATURE.width,
          height: SIGNATURE.height,
        },
      ],
    }
  })
}

/** Organ and date: the date four characters from the right edge, the organ centred above it (7.3.5). */
export function layoutOrganAndDate(organ: string | undefined, date: string | undefined, fonts: FontSet): Slice[] {
  const dateWidth = date === undefined ? 0 : textWidth(date, BODY, fonts, '成文日期')
  const dateX = BLOCK.width - 4 * CHARACTER_PITCH - dateWidth
  const slices: Slice[] = []
  let middle = dateX + dateWidth / 2
  const strip = (marks: Mark[], gapBefore: number): Slice => {
    return { height: LINE_HEIGHT, gapBefore, keepWithNext: true, marks }
  }
  const baseline = baselineIn(LINE_HEIGHT, BODY.size)
  if (organ !== undefined) {
    const setting = { style: BODY, room: () => BLOCK.width - INDENT, justify: false, place: '署名' }
    const lines = setText(organ, setting, fonts)
    const widest = Math.max(...lines.map((line) => line.width))
    const centre = Math.min(date === undefined ? Infinity : dateX + dateWidth / 2, BLOCK.width - widest / 2)
    middle = Number.isFinite(centre) ? centre : BLOCK.width - 4 * CHARACTER_PITCH - widest / 2
    lines.forEach((line, row) => {
      const x = middle - line.width / 2
      slices.push(strip([{ kind: 'text', line, x, baseline, size: BODY.size }], row === 0 ? GAP_FOR_SEAL : 0))
    })
  }
  if (date !== undefined) {
    const gap = organ === undefined ? GAP_FOR_SEAL : 0
    slices.push(strip(oneLine(date, dateX, baseline, BODY, '成文日期', fonts), gap))
  }
  const last = slices.pop()
  return last === undefined ? [] : [...slices, { ...last, marks: [...last.marks, { kind: 'seal', x: middle, y: SEAL_MIDDLE }] }]
}

/** The imprint (版记) between two lines at the foot of the last page. */
export function layoutImprint(facts: readonly FooterFact[], fonts: FontSet): Slice[] {
  const style: TextStyle = { role: 'song', size: SIZE.smallFive }
  const inset = SIZE.smallFive
  const lines = facts.flatMap(({ label, value }) => {
    const setting = { style, room: () => BLOCK.width - 2 * inset, justify: false, place: `版记“${label}”` }
    return setText(`${label}：${value}`, setting, fonts)
  })
  return lines.map((line, index): Slice => {
    const first = index === 0
    const last = index === lines.length - 1
    const top = first ? 3 : 0
    const height = IMPRINT_LINE + top + (last ? 3 : 0)
    const rule = (y: number): Mark => ({ kind: 'rule', x1: 0, y1: y, x2: BLOCK.width, y2: y, weight: 0.7 })
    return {
      height,
      gapBefore: first ? LINE_HEIGHT / 2 : 0,
      keepWithNext: !last,
      atFoot: true,
      marks: [
        ...(first ? [rule(0)] : []),
        { kind: 'text', line, x: inset, baseline: top + baselineIn(IMPRINT_LINE, style.size), size: style.size },
        ...(last ? [rule(height)] : []),
      ],
    }
  })
}

function oneLine(
  content: string,
  x: number,
  baseline: number,
  style: TextStyle,
  place: string,
  fonts: FontSet,
): Mark[] {
  if (content === '') return []
  const lines: SetLine[] = setText(content, { style, room: UNBOUNDED, justify: false, place }, fonts)
  return lines.map((line) => ({ kind: 'text', line, x, baseline, size: style.size }))
}
