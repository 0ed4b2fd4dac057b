/**
 * Recognises which kind of document (文书种类) a part of a file is: from its title first, then from the file's name, then
 * from words in it. Explainable: each ground adds a number, the kind with the most is taken.
 */
import type { DocumentKind } from '../catalogue/document-kinds.ts'
import { simplified } from '../facts/script-folding.ts'
import type { DocumentKindId } from './document-part.ts'
import { isDeviceName, mediaOfName, tellingName } from './file-name.ts'
import { matchTitles, titleIndex, type TitleMatch } from './title-matching.ts'
import { titleWords } from './title-text.ts'

export interface RecognisedKind {
  readonly kind: DocumentKindId
  /** 0 to 1 */
  readonly confidence: number
}

/** What each ground counts for. */
const WEIGHT = {
  title: 10,
  /** Off for each wrong character of a title. */
  titleError: 1.5,
  shortTitle: 6.5,
  nameTitle: 5,
  nameWord: 3,
  form: 7,
  /** Each point of a cue, up to `cueMost` together. */
  cue: 0.5,
  cueMost: 7,
  excluded: 0.3,
} as const

/** With less than this nothing is recognised. */
const LEAST = 2.4
/** How much of a long text is looked at: kinds tell themselves at the beginning, decisions at the end too. */
const HEAD = 6000
const TAIL = 1500

interface Grounds {
  readonly kind: DocumentKind
  readonly title: number
  readonly name: number
  readonly cues: number
}

const total = ({ title, name, cues }: Grounds): number => title + name + cues

function titleGround(kind: DocumentKind, title: TitleMatch | null, form: DocumentKindId | null): number {
  if (title === null) return form === kind.id ? WEIGHT.form : 0
  if (!title.kinds.includes(kind.id)) return 0
  const base = title.title.length <= 3 ? WEIGHT.shortTitle : WEIGHT.title
  const excluded = kind.excludes.some((word) => title.before.includes(word))
  return (base - title.errors * WEIGHT.titleError) * (excluded ? WEIGHT.excluded : 1)
}

function nameGround(kind: DocumentKind, name: string, titles: readonly TitleMatch[]): number {
  const words = titleWords(name)
  if (words === '') return 0
  const title = titles.find(({ kinds }) => kinds.includes(kind.id))
  if (title !== undefined && !kind.excludes.some((word) => title.before.includes(word))) return WEIGHT.nameTitle
  if (
    titles.some(({ errors, title: other }) => errors === 0 && other.length >= 4) ||
    kind.excludes.some((word) => words.includes(word))
  )
    return 0
  const found = kind.names.filter((word) => words.includes(word))
  if (found.length === 0) return 0
  const longest = Math.max(...found.map((word) => word.length))
  return WEIGHT.nameWord + Math.min(1, (longest - 2) * 0.25)
}

/** The text as cues are compared: narrow, simplified, without white space. */
function cueText(text: string): string {
  const tight = simplified(text.normalize('NFKC')).replace(/\s+/gu, '')
  return tight.length <= HEAD + TAIL ? tight : `${tight.slice(0, HEAD)}\n${tight.slice(-TAIL)}`
}

const cuesOf = new WeakMap<DocumentKind, readonly { readonly text: string; readonly weight: number }[]>()

function cueGround(kind: DocumentKind, text: string): number {
  let cues = cuesOf.get(kind)
  if (cues === undefined) {
    cues = kind.cues.map(({ text: words, weight }) => ({ text: words.normalize('NFKC'), weight }))
    cuesOf.set(kind, cues)
  }
  const points = cues.reduce((sum, cue) => sum + (text.includes(cue.text) ? cue.weight : 0), 0)
  return Math.min(WEIGHT.cueMost, points * WEIGHT.cue)
}

function confidenceOf(best: Grounds, second: Grounds | undefined, title: TitleMatch | null): number {
  const agreeing = (best.name > 0 ? 0.04 : 0) + (best.cues >= 1.5 ? 0.03 : 0)
  const rivalled = second !== undefined && total(second) > 0.75 * total(best) ? 0.15 : 0
  let ground: number
  if (best.title >= WEIGHT.shortTitle) ground = 0.92 - (title?.errors ?? 0) * 0.05
  else if (best.title > 0) ground = 0.75
  else if (best.name >= WEIGHT.nameTitle) ground = 0.75 + Math.min(0.1, best.cues * 0.03)
  else if (best.name > 0) ground = 0.55 + Math.min(0.2, best.cues * 0.04)
  else ground = 0.3 + Math.min(0.4, best.cues * 0.06)
  return Math.round(Math.max(0.2, Math.min(0.99, ground + agreeing - rivalled)) * 100) / 100
}

export interface RecogniseInput {
  /** The file's name with its ending. */
  readonly name: string
  /** The words of the part; empty where there are none. */
  readonly text: string
  /** The title that the part bears, and the kind of a form without title; null where there is none. */
  readonly title: TitleMatch | null
  readonly form?: DocumentKindId | null
  readonly kinds: readonly DocumentKind[]
}

/** The documents that a file's name names: as a whole (行政处罚 决定书), else in the pieces that gaps part. */
export function titlesOfName(name: string, kinds: readonly DocumentKind[]): TitleMatch[] {
  if (isDeviceName(name)) return []
  const told = tellingName(name)
  const index = titleIndex(kinds)
  const whole = matchTitles(told, index, true)
  return whole.length > 0 ? whole : told.split(' ').flatMap((piece) => matchTitles(piece, index, true))
}

const OTHER: RecognisedKind = { kind: 'other', confidence: 0.3 }

/** Pictures and recordings without words to go by: told by what they are. */
function byMedia(name: string): RecognisedKind | null {
  const media = mediaOfName(name)
  if (media === 'image') return { kind: 'photo-evidence', confidence: isDeviceName(name) ? 0.7 : 0.5 }
  return media === 'recording' ? { kind: 'recordings-index', confidence: 0.5 } : null
}

/** Fewer words than this on a picture are a signboard or a date stamp, not a document. */
const FEW_WORDS = 60

/** The kind of one document; `other` with low confidence where nothing tells it. */
export function recogniseKind({ name, text, title, form = null, kinds }: RecogniseInput): RecognisedKind {
  const told = tellingName(name)
  const nameTitles = titlesOfName(name, kinds)
  const words = cueText(text)
  const grounds = kinds
    .map((kind): Grounds => ({
      kind,
      title: titleGround(kind, title, form),
      name: isDeviceName(name) ? 0 : nameGround(kind, told, nameTitles),
      cues: words === '' ? 0 : cueGround(kind, words),
    }))
    .sort((one, other) => total(other) - total(one) || one.kind.order - other.kind.order)
  const [best, second] = grounds
  const untold =
    best === undefined || total(best) < LEAST || (best.title === 0 && best.name === 0 && words.length < FEW_WORDS)
  const signboard = mediaOfName(name) === 'image' && isDeviceName(name) && words.length < FEW_WORDS
  if (untold || signboard) return byMedia(name) ?? OTHER
  if (mediaOfName(name) === 'image' && best.title === 0 && best.name === 0 && total(best) < WEIGHT.cueMost)
    return byMedia(name) ?? OTHER
  const confidence = confidenceOf(best, second, title)
  return confidence < 0.4 ? { ...OTHER, confidence } : { kind: best.kind.id, confidence }
}

/** The kinds that a file's name alone tells, for a file without words: 许可证、营业执照（扫描）.pdf. At least one. */
export function kindsOfName(name: string, kinds: readonly DocumentKind[]): RecognisedKind[] {
  const named = [...new Set(titlesOfName(name, kinds).flatMap((title) => title.kinds.slice(0, 1)))]
  if (named.length > 1) return named.map((kind) => ({ kind, confidence: 0.7 }))
  return [recogniseKind({ name, text: '', title: null, kinds })]
}
