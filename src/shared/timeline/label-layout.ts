/** Labels of steps that crowd (节点标签排布): each in a lane where it overlaps no other, the important ones first. */

export interface LabelWish {
  readonly key: string
  /** Where the step stands on the axis. */
  readonly x: number
  readonly width: number
  /** Higher is placed first. */
  readonly weight: number
}

export interface PlacedLabel {
  readonly key: string
  readonly x: number
  readonly width: number
  /** From 0, the lane next to the axis. */
  readonly lane: number
  /** The text begins at the step, or ends there where it would leave the picture. */
  readonly side: 'right' | 'left'
}

export interface LabelLayout {
  readonly placed: readonly PlacedLabel[]
  /** Keys without room, in the order given. */
  readonly hidden: readonly string[]
  readonly lanes: number
}

interface Taken {
  readonly from: number
  readonly to: number
}

const free = (lane: readonly Taken[], from: number, to: number): boolean => lane.every((one) => to <= one.from || from >= one.to)

/**
 * @param room pixels of the picture; labels stay inside where they fit at all
 * @param gap pixels between two labels of a lane
 * @param lanes how many there are; without a limit every label is placed
 */
export function layOutLabels(wishes: readonly LabelWish[], room: number, gap: number, lanes = Number.POSITIVE_INFINITY): LabelLayout {
  const taken: Taken[][] = []
  const placed = new Map<string, PlacedLabel>()
  const byWeight = wishes
    .map((wish, place) => ({ wish, place }))
    .sort((one, other) => other.wish.weight - one.wish.weight || one.wish.x - other.wish.x || one.place - other.place)
  for (const { wish } of byWeight) {
    const side = wish.x + wish.width <= room || wish.x - wish.width < 0 ? 'right' : 'left'
    const start = side === 'right' ? Math.max(0, Math.min(wish.x, room - wish.width)) : wish.x - wish.width
    for (let lane = 0; lane < lanes; lane += 1) {
      const row = (taken[lane] ??= [])
      if (!free(row, start - gap / 2, start + wish.width + gap / 2)) continue
      row.push({ from: start - gap / 2, to: start + wish.width + gap / 2 })
      placed.set(wish.key, { key: wish.key, x: start, width: wish.width, lane, side })
      break
    }
  }
  return {
    placed: wishes.flatMap(({ key }) => placed.get(key) ?? []),
    hidden: wishes.filter(({ key }) => !placed.has(key)).map(({ key }) => key),
    lanes: taken.filter((row) => row.length > 0).length,
  }
}

/** Pixels of a text, rather too many than too few: Chinese characters are square, others somewhat more than half. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0
  for (const character of text) ems += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1.02 : /[A-ZMWmw%@]/u.test(character) ? 0.82 : 0.58
  return Math.ceil(ems * fontSize)
}

/** At most so many characters' width, with … where something is left out. */
export function fittedText(text: string, fontSize: number, most: number): string {
  if (textWidth(text, fontSize) <= most) return text
  const characters = [...text]
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > most) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
