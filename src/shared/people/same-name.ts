/** Names and numbers of certificates (执法证件号) as they are compared: however they were typed, the same one is the same. */

/** Blanks of every width, and the dots between the parts of a name (买买提·艾力), of which several are in use. */
const BETWEEN = /[\p{Z}\p{C}\s·•・‧∙⋅]/gu

/** A name without blanks and dots, full-width letters as ordinary ones. */
export function bareName(name: string): string {
  return name.normalize('NFKC').replaceAll(BETWEEN, '').toLowerCase()
}

/** The letters and digits of a number; empty where it was not given. */
export function bareNumber(number: string): string {
  return number.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()
}

/**
 * Whether a text that says who somebody is (name, unit and post in whatever order) has one of the names in it. A name of
 * one character only counts where it is the whole text: it would be found anywhere.
 */
export function namesPerson(text: string, names: Iterable<string>): boolean {
  const bare = bareName(text)
  for (const name of names) {
    const sought = bareName(name)
    if (sought !== '' && ([...sought].length === 1 ? bare === sought : bare.includes(sought))) return true
  }
  return false
}

/** As it was typed, blanks kept: a name of which another begins or ends with the next word does not stand there. */
const written = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[·•・‧∙⋅]/gu, '·')

const characters = (bare: string): readonly string[] => [...bare].map((one) => one.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))

/** The name as a word of its own, however its characters are spaced. */
function standsAlone(text: string, sought: string): boolean {
  const spaced = characters(sought).join(String.raw`[\p{Z}\p{C}\s·]*`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}·])${spaced}(?![\p{L}\p{N}·])`, 'u').test(written(text))
}

/**
 * Characters that stand beside a name without being of it: ends of titles, posts and units, what opens or closes an
 * enumeration, forms of address, numbering. Some are in names too; those names count unless somebody here has them.
 */
const BESIDE_A_NAME = new Set(
  '等某局总处科队所长书主副厅部委站股办室组政党团员工师官警校院县市区镇乡村街省州国老小大原前后现兼任代系该各氏们他她你我它哥姐弟妹叔姨爷董经理监审检察法律会司社行店厂家人者先女男士生' +
    '和与及同或又也的之为是在被由对向从以至到于把给让叫请找说称令即则并且但而了过不无有甲乙丙丁戊一二三四五六七八九十第两',
)

/** Of Chinese characters alone, or of none: with a number or a letter added it may be the same person again (李明2). */
const isWholeName = (bare: string): boolean => /^(?:\p{Script=Han}+|[^\p{Script=Han}\p{N}]+)$/u.test(bare)

/** Whether a longer name is somebody else's: it is known, or it has one Chinese character more, and one that only names have. */
function isLongerName(name: string, sought: string, known: ReadonlySet<string>): boolean {
  if (known.has(name)) return isWholeName(name)
  const more = name.startsWith(sought) ? name.slice(sought.length) : name.endsWith(sought) ? name.slice(0, -sought.length) : ''
  return /^\p{Script=Han}$/u.test(more) && isWholeName(name) && !BESIDE_A_NAME.has(more)
}

/**
 * Whether a record is about somebody with one of these names (`own`). A name that stands alone counts always. A longer name is
 * somebody else's (李明华 is not 李明) only where `isLongerName` can tell; then neither it nor the places of the text where it
 * stands as it is written count. What cannot be told apart counts (李明等, 李明局, 李明副局长): what is kept from one too many
 * harms less than what its subject reads.
 */
export function isAboutPerson({ names, text }: { readonly names: readonly string[]; readonly text: string }, own: Iterable<string>, others: Iterable<string>): boolean {
  const mine = [...own].map(bareName).filter((name) => name !== '')
  if (mine.some((sought) => [...names, text].some((typed) => standsAlone(typed, sought)))) return true
  const isLonger = (name: string): boolean => !mine.includes(name) && mine.some((sought) => name.includes(sought))
  const known = [...others].filter((name) => isLonger(bareName(name)) && isWholeName(bareName(name)))
  const ofOthers = new Set(known.map(bareName))
  const counts = (name: string, sought: string): boolean => name === sought || (name.includes(sought) && !isLongerName(name, sought, ofOthers))
  if (mine.some((sought) => names.some((name) => counts(bareName(name), sought)))) return true
  // where one is part of the other (李明华, 欧阳李明华), the longer first
  const longer = [...names.filter((name) => isLonger(bareName(name))), ...known].flatMap((name) => [written(name).trim(), bareName(name)])
  const rest = longer.toSorted((one, other) => other.length - one.length).reduce((left, name) => left.replaceAll(name, '|'), written(text))
  return namesPerson(rest, mine)
}

export interface TypedOfficer {
  readonly name: string
  /** Empty: not known. */
  readonly certificateNumber: string
}

/**
 * Whether an officer typed by name may be this person: `certificate` where the number is the same, whatever the name;
 * `name` where only the name is. Another number tells nobody apart: a certificate that was renewed has a new one.
 */
export function likenessOf({ name, certificateNumber }: TypedOfficer, names: Iterable<string>, certificates: readonly string[]): 'certificate' | 'name' | null {
  const number = bareNumber(certificateNumber)
  const numbers = certificates.map(bareNumber).filter((one) => one !== '')
  if (number !== '' && numbers.includes(number)) return 'certificate'
  return [...names].some((one) => bareName(one) !== '' && bareName(one) === bareName(name)) ? 'name' : null
}
