/** Making and judging recovery passphrases (启用口令). */

/**
 * 128 syllables of Pinyin: easy to write down, and typed without an input method, which password fields do not offer.
 * Exactly 128, so that one random byte chooses one without favour.
 */
const SYLLABLES = [
  'ba bai ban bao bei ben bi bian biao bu cai can cao chang chao chen cheng chi chong chu chuan chun',
  'cong cun da dai dan dao deng di dian dong du duan dui fan fang fei feng fu gai gan gao geng gong gu',
  'guan gui guo hai han hao he hong hu hua huan hui huo ji jia jian jiang jiao jing jiu ju kai kan kang',
  'ke kong ku kuai lan lang lei li lian liang lin ling liu long lu lun luo ma man mei meng mi miao min',
  'ming mo mu nan nei ning niu nong pei peng pi pian ping po pu qi qian qiao qin qing qiu qu quan ren',
  'ri rong ru sai san sen shan shi shu song',
].flatMap((line) => line.split(' '))

const GROUPS = 5
const SYLLABLES_IN_GROUP = 2

/**
 * Five groups of two syllables, 70 bits: `huanlei-dapeng-…`. @param randomBytes as `crypto.getRandomValues` gives
 * them
 */
export function suggestPassphrase(randomBytes: (count: number) => Uint8Array): string {
  const bytes = [...randomBytes(GROUPS * SYLLABLES_IN_GROUP)]
  const syllables = bytes.map((byte) => SYLLABLES[byte % SYLLABLES.length] ?? '')
  return Array.from({ length: GROUPS }, (_, group) =>
    syllables.slice(group * SYLLABLES_IN_GROUP, (group + 1) * SYLLABLES_IN_GROUP).join(''),
  ).join('-')
}

export type PassphraseStrength = 'weak' | 'fair' | 'strong'

/** A rough judgement by length and variety; a Han character counts as two. It never refuses, it only tells. */
export function strengthOf(passphrase: string): PassphraseStrength {
  const characters = [...passphrase]
  const length = characters.reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0)
  const distinct = new Set(characters.map((one) => one.toLowerCase())).size
  if (length >= 20 && distinct >= 8) return 'strong'
  return length >= 14 && distinct >= 6 ? 'fair' : 'weak'
}
