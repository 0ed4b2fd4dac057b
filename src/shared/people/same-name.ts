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

/** A name is at most so much longer than another that it begins or ends with, and still a name of its own: 李明, 李明华. */
const ONE_CHARACTER = 1

/**
 * Whether a record is about somebody with one of these names (`own`). Names are compared as wholes: 李明 is not 李明华. A name
 * typed with more beside it (李明副局长) counts, and so does the text wherever the name stands in it, but for longer names that
 * are known: those of the record and of other people here. What cannot be told apart counts: what is kept from one too many
 * harms less than what its subject reads.
 */
export function isAboutPerson({ names, text }: { readonly names: readonly string[]; readonly text: string }, own: Iterable<string>, others: Iterable<string>): boolean {
  const mine = [...own].map(bareName).filter((name) => name !== '')
  const known = new Set([...others].map(bareName))
  const listed = names.map(bareName)
  const counts = (name: string, sought: string): boolean =>
    name === sought || (name.includes(sought) && !known.has(name) && [...name].length - [...sought].length > ONE_CHARACTER)
  if (mine.some((sought) => listed.some((name) => counts(name, sought)))) return true
  const longer = [...listed, ...known].filter((name) => mine.some((sought) => name !== sought && name.includes(sought)))
  const rest = longer.toSorted((one, other) => other.length - one.length).reduce((left, name) => left.replaceAll(name, '|'), bareName(text))
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
