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
