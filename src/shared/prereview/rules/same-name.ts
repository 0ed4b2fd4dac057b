/**
 * Comparing names across documents. A name is printed in full, shortened, masked by a publisher (张某、李×), misread by a
 * scan or mistyped; only what is plainly somebody else is another name.
 */

const BRACKETS: Readonly<Record<string, string>> = { '(': '（', ')': '）', '[': '（', ']': '）' }
/** What follows a name in brackets and is no part of it: （个体工商户）、（以下简称…）、（普通合伙）. */
const REMARK = /（(个体工商户|以下简称[^）]*|普通合伙|有限合伙|特殊普通合伙|盖章|印章|签名|签字|公章)）/gu
const MASK = /[*＊×✕某○〇xX□]/u

/** Without white space, with the brackets of Chinese type and without remarks behind the name. */
export function plainName(name: string): string {
  return name
    .replace(/\s/gu, '')
    .replace(/[()[\]]/gu, (bracket) => BRACKETS[bracket] ?? bracket)
    .replace(REMARK, '')
}

function distance(one: readonly string[], other: readonly string[]): number {
  let row = [...Array(other.length + 1).keys()]
  one.forEach((letter, place) => {
    const next = [place + 1]
    other.forEach((against, column) => {
      const changed = (row[column] ?? 0) + (letter === against ? 0 : 1)
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    })
    row = next
  })
  return row[other.length] ?? 0
}

/** How much of a name may differ and still be a slip: one letter of a short name, a fifth of a long one. */
const SLIP_SHARE = 0.2

/**
 * `same`: the same words, as far as both are printed. `similar`: a slip of a letter, or one within the other (a branch, a
 * name without its place). `different`: somebody else.
 */
export function compareNames(one: string, other: string): 'same' | 'similar' | 'different' {
  const [left, right] = [[...plainName(one)], [...plainName(other)]]
  if (left.join('') === right.join('')) return 'same'
  if (left.length === 0 || right.length === 0) return 'different'
  const masked = left.length === right.length && (MASK.test(one) || MASK.test(other))
  if (
    masked &&
    left.every((letter, place) => letter === right[place] || MASK.test(letter) || MASK.test(right[place] ?? ''))
  ) {
    return 'same'
  }
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left]
  if (shorter.length >= 4 && longer.join('').includes(shorter.join(''))) return 'similar'
  const allowed = Math.max(1, Math.floor(longer.length * SLIP_SHARE))
  return distance(left, right) <= allowed ? 'similar' : 'different'
}
