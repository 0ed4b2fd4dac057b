/** Finding which document a title names, with the mistakes that recognised characters (OCR) have. */
import type { DocumentKind } from '../catalogue/document-kinds.ts'
import type { DocumentKindId } from './document-part.ts'
import { beforeYear, CONJUNCTION, standsBeforeTitle, titleForms, titleWords } from './title-text.ts'

export interface TitleMatch {
  /** Kinds whose title it is, most often one. */
  readonly kinds: readonly DocumentKindId[]
  /** As the catalogue has it. */
  readonly title: string
  /** Characters wrong, missing or too many. */
  readonly errors: number
  /** Words before it in its line. */
  readonly before: string
  /** How well it fits; higher is better. */
  readonly value: number
}

export interface TitleIndex {
  readonly kinds: readonly DocumentKind[]
  readonly byTitle: ReadonlyMap<string, readonly DocumentKindId[]>
  /** Titles by the characters that may end a misread one. */
  readonly byEnding: ReadonlyMap<string, readonly string[]>
  readonly labels: ReadonlySet<string>
}

const made = new WeakMap<readonly DocumentKind[], TitleIndex>()

/** The titles of the catalogue, made ready once for each list of kinds. */
export function titleIndex(kinds: readonly DocumentKind[]): TitleIndex {
  const known = made.get(kinds)
  if (known !== undefined) return known
  const byTitle = new Map<string, DocumentKindId[]>()
  for (const kind of [...kinds].sort((one, other) => one.order - other.order)) {
    for (const title of kind.titles) byTitle.set(title, [...(byTitle.get(title) ?? []), kind.id])
  }
  const byEnding = new Map<string, string[]>()
  for (const title of byTitle.keys()) {
    for (const ending of new Set(title.slice(-2))) byEnding.set(ending, [...(byEnding.get(ending) ?? []), title])
  }
  const labels = new Set(kinds.flatMap((kind) => kind.labels.map(titleWords)))
  const index = { kinds, byTitle, byEnding, labels }
  made.set(kinds, index)
  return index
}

/** A title may have so many wrong characters; a short one none, or one title would be taken for another. */
export function allowedErrors(length: number): number {
  if (length < 4) return 0
  return length < 9 ? 1 : 2
}

/** What an error takes off the length of a title that fits: less than the two characters that 解除 and 不予 put before another title. */
const ERROR_WEIGHT = 1.6

/**
 * Fewest single-character changes between `title` and an ending of `words`, and how long that ending is. Above `most`
 * the number is only known to be too high.
 */
function distanceAtEnd(words: string, title: string, most: number): { errors: number; length: number } {
  const reach = Math.min(words.length, title.length + most)
  let previous = Array.from({ length: reach + 1 }, (_, column) => column)
  for (let row = 1; row <= title.length; row += 1) {
    const current = [row]
    let least = row
    const wanted = title.charAt(title.length - row)
    for (let column = 1; column <= reach; column += 1) {
      const same = words.charAt(words.length - column) === wanted ? 0 : 1
      const cost = Math.min(
        (previous[column - 1] ?? 0) + same,
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      )
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return { errors: most + 1, length: 0 }
    previous = current
  }
  let best = { errors: previous[0] ?? 0, length: 0 }
  previous.forEach((errors, length) => {
    const nearer = Math.abs(length - title.length) < Math.abs(best.length - title.length)
    if (errors < best.errors || (errors === best.errors && nearer)) best = { errors, length }
  })
  return best
}

/** The one that fits better; where both fit alike, one match with the kinds of both, for the text to decide. */
function better(one: TitleMatch | null, other: TitleMatch | null): TitleMatch | null {
  if (one === null || other === null) return one ?? other
  if (other.value === one.value && other.title !== one.title)
    return { ...one, kinds: [...new Set([...one.kinds, ...other.kinds])] }
  return other.value > one.value ? other : one
}

/** The best title that ends `words`; null where none does. */
function matchEnding(words: string, index: TitleIndex, exactly: boolean): TitleMatch | null {
  let best: TitleMatch | null = null
  const tried = new Set<string>()
  for (const ending of new Set(words.slice(-2))) {
    for (const title of index.byEnding.get(ending) ?? []) {
      const most = exactly ? 0 : allowedErrors(title.length)
      if (tried.has(title) || title.length > words.length + most || (best !== null && title.length <= best.value))
        continue
      tried.add(title)
      const { errors, length } = distanceAtEnd(words, title, most)
      const before = words.slice(0, words.length - length)
      if (errors > most || !standsBeforeTitle(before)) continue
      const kinds = index.byTitle.get(title) ?? []
      best = better(best, { kinds, title, errors, before, value: title.length - ERROR_WEIGHT * errors })
    }
  }
  return best
}

/** A title with its number in the same line and nothing between: 行政处罚决定书甬梅关缉违字〔2025〕260号. */
function matchBeforeNumber(line: string, index: TitleIndex): TitleMatch | null {
  const words = beforeYear(line)
  if (words === null) return null
  let best: TitleMatch | null = null
  for (const [title, kinds] of index.byTitle) {
    const at = title.length < 4 ? -1 : words.lastIndexOf(title)
    if (at < 0 || words.length - at - title.length > 14 || !standsBeforeTitle(words.slice(0, at))) continue
    best = better(best, { kinds, title, errors: 0, before: words.slice(0, at), value: title.length })
  }
  return best
}

/**
 * The title that a line (or lines joined) ends with; null where it is no title that the catalogue knows. `exactly`: for
 * names that people typed, in which another character makes another title.
 */
export function matchTitle(line: string, index: TitleIndex, exactly = false): TitleMatch | null {
  let best: TitleMatch | null = null
  for (const form of titleForms(line)) best = better(best, matchEnding(form, index, exactly))
  return better(best, matchBeforeNumber(line, index))
}

/** Places where a line may be parted into the titles of several documents. */
function partings(line: string): number[] {
  const places: number[] = []
  for (let place = 1; place < line.length; place += 1) if (CONJUNCTION.test(line.charAt(place))) places.push(place)
  return places
}

/**
 * Every document that a title names, in its order: 陈述申辩书及听证申请书 names two, 陈述申辩和听证意见复核意见 one. A part counts
 * only where it is a title by itself.
 */
export function matchTitles(line: string, index: TitleIndex, exactly = false): TitleMatch[] {
  const found: TitleMatch[] = []
  let rest = line.trim()
  while (rest !== '') {
    const places = partings(rest)
    const lastPlace = places.at(-1)
    const whole = matchTitle(rest, index, exactly)
    if (lastPlace === undefined) {
      if (whole !== null) found.unshift(whole)
      break
    }
    const tailLength = titleWords(rest.slice(lastPlace + 1)).length
    const reaches = whole !== null && whole.title.length - whole.errors > tailLength
    if (reaches) {
      // the title runs over the last parting: look for further ones before it only
      found.unshift(whole)
      const kept = places.filter(
        (place) => titleWords(rest.slice(place + 1)).length >= whole.title.length - whole.errors,
      )
      const place = kept.at(-1)
      if (place === undefined) break
      rest = rest.slice(0, place)
    } else {
      const tail = matchTitle(rest.slice(lastPlace + 1), index, exactly)
      const only = tail ?? (found.length === 0 && places.length === 1 ? whole : null)
      if (only !== null) found.unshift(only)
      rest = rest.slice(0, lastPlace).replace(/以$/u, '')
    }
  }
  return found
}
