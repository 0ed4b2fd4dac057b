/** Titles of laws: the same law is named with and without 中华人民共和国, with old and new brackets, with spaces inside. */

const COUNTRY = '中华人民共和国'

/** Spaces out; 《》 off; brackets in one form. */
export function cleanTitle(written: string): string {
  return written
    .replaceAll(/[\s\u200b\ufeff]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(/[<＜﹤〈]/g, '〈')
    .replaceAll(/[>＞﹥〉]/g, '〉')
    .replace(/^《([^《》]+)》$/, '$1')
}

/** Marks of a version that are no part of the title: （2021年修订）, (2018-12-29), （修正）. */
const VERSION_MARK =
  /（(?:\d{4}年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:第[一二三四五六七八九十]+次)?(?:修[正订改]|年?版|本|公布|施行)?[^（）]{0,4}|\d{4}-\d{2}-\d{2}|修[正订](?:本)?|最新[^（）]*)）$/

export function withoutVersionMark(title: string): string {
  return title.replace(VERSION_MARK, '')
}

/** What two names of the same law have in common. Only for finding, never shown. */
export function titleKey(written: string): string {
  return withoutVersionMark(cleanTitle(written))
    .replace(/^中华人民共和国(?!.*(?:代表大会|最高人民))/, '')
    .replaceAll(/[《》〈〉“”"'·、，,]/g, '')
    .replaceAll(/[－—–―─]/g, '-')
    .normalize('NFKC')
    .toLowerCase()
}

/** The names under which a law is looked for besides its full title. */
export function otherNames(title: string, number: string | null): string[] {
  const names = new Set<string>()
  if (title.startsWith(COUNTRY) && title.length > COUNTRY.length + 1) names.add(title.slice(COUNTRY.length))
  if (number !== null) names.add(number)
  names.delete(title)
  return [...names]
}

/** A document number at the head of a title (国发〔2002〕17号国务院关于…), parted from it. */
export function splitNumber(title: string): { readonly number: string | null; readonly title: string } {
  const found = /^([一-鿿]{2,8}[〔[（【]\d{4}[〕\]）】]\d{1,5}号)(.{4,})$/u.exec(title)
  return found === null ? { number: null, title } : { number: found[1] ?? null, title: found[2] ?? title }
}
