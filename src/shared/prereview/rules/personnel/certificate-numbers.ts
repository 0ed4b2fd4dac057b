/** 2.4: names and numbers of the officers pair up, one number for one officer (执法证号). */
import type { PersonRole } from '../../../facts/facts.ts'
import type { CaseFile } from '../../case-file.ts'
import { placeOf } from '../../places.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { says } from '../../wording.ts'
import { isEnforcementCertificate, officersOf, otherCardOf } from '../acting-officers.ts'
import { isRecognised } from '../case-parties.ts'
import { RECORD_KINDS } from '../document-groups.ts'
import { groupedBy } from '../grouped-by.ts'
import { listedOf, plainNumber } from './officer-lists.ts'

/** In these roles an enforcement certificate is shown. */
const OFFICER_ROLES: readonly PersonRole[] = ['officer', 'recorder', 'server', 'approver']

/** Every officer of the case with a certificate number, wherever one is printed. */
export function numbersByName(file: CaseFile): ReadonlyMap<string, readonly (Place & { readonly number: string })[]> {
  const found = new Map<string, (Place & { readonly number: string })[]>()
  for (const document of file.documents) {
    for (const fact of document.facts.persons) {
      const { certificate } = fact
      if (!OFFICER_ROLES.includes(fact.role) || certificate === null || !isEnforcementCertificate(certificate)) continue
      const place = placeOf(document, certificate)
      if (!isRecognised(place) && otherCardOf({ ...placeOf(document, fact), name: fact.name, fact }) === null)
        found.set(fact.name, [...(found.get(fact.name) ?? []), { ...place, number: plainNumber(certificate.text) }])
    }
  }
  return found
}

/** One officer with two numbers: at least one record does not show who acted (行政处罚法 art. 42, 55). */
export const NUMBER_DIFFERS: PrereviewRule = {
  id: '2.4-number-differs',
  questionId: '2.4',
  name: said('同一执法人员证号前后不一致', 'One officer with two numbers'),
  basis: [
    { law: '行政处罚法', article: 42, paragraph: 1 },
    { law: '行政处罚法', article: 55, paragraph: 1 },
  ],
  severity: 'C',
  check: (file) =>
    [...numbersByName(file)].flatMap(([name, printed]): Suspicion[] => {
      const groups = groupedBy(printed, ({ number }) => number)
      if (groups.size < 2) return []
      // the list of officers has each of them with its own term: the certificate was renewed
      const renewed = listedOf(file).filter((one) => one.name === name)
      if ([...groups.keys()].every((number) => renewed.some((one) => one.number === number))) return []
      const [usual, ...others] = [...groups].toSorted((one, other) => other[1].length - one[1].length)
      const odd = others.flatMap(([, places]) => places.slice(0, 3))
      return [
        {
          message: said(
            `${name}的执法证号不一致：${[...groups.keys()].join('、')}。`,
            `${name} has several certificate numbers: ${[...groups.keys()].join(', ')}.`,
          ),
          suggestion: said(
            '对照执法证件更正，并由有关人员在更正处签名。',
            'Correct them by the certificate, and have the correction signed.',
          ),
          places: [...odd, ...(usual?.[1].slice(0, 1) ?? [])],
          about: name,
        },
      ]
    }),
}

/** Two officers under one number. */
export const NUMBER_SHARED: PrereviewRule = {
  id: '2.4-number-shared',
  questionId: '2.4',
  name: said('两名执法人员使用同一证号', 'Two officers with one number'),
  basis: [{ law: '行政处罚法', article: 42, paragraph: 1 }],
  severity: 'C',
  check: (file) => {
    const all = [...numbersByName(file)].flatMap(([name, printed]) => printed.map((place) => ({ ...place, name })))
    return [...groupedBy(all, ({ number }) => number)].flatMap(([number, printed]): Suspicion[] => {
      const names = [...new Set(printed.map(({ name }) => name))]
      if (names.length < 2) return []
      return [
        {
          message: said(
            `证号${number}同时对应${names.join('、')}。`,
            `The number ${number} stands beside ${names.join(', ')}.`,
          ),
          suggestion: said('核对姓名与证号，使其一一对应。', 'Check names and numbers; each officer has one.'),
          places: names.flatMap((name) => printed.filter((one) => one.name === name).slice(0, 1)),
          about: number,
        },
      ]
    })
  },
}

/** Names and numbers in a record do not pair up: two names, one number. */
export const NUMBERS_UNPAIRED: PrereviewRule = {
  id: '2.4-numbers-unpaired',
  questionId: '2.4',
  name: said('执法人员姓名与证号数目不符', 'Names and numbers do not pair up'),
  basis: [{ law: '行政处罚法', article: 55, paragraph: 1 }],
  severity: 'C',
  check: (file) => {
    const numbers = numbersByName(file)
    return file.of(...RECORD_KINDS).flatMap((document): Suspicion[] => {
      const officers = officersOf(document, { recorders: true }).filter((officer) => !isRecognised(officer))
      const without = officers.filter(
        (officer) =>
          officer.fact.certificate === null &&
          otherCardOf(officer) === null &&
          numbers.has(officer.name) &&
          !says(document, new RegExp(`${officer.name}[（(][^）)]{0,8}证[^）)]{0,6}[0-9A-Z-]{4,}`, 'u')),
      )
      if (without.length === 0 || without.length === officers.length) return []
      return [
        {
          message: said(
            `笔录中${without.map(({ name }) => name).join('、')}没有对应的执法证号。`,
            `The record gives no number for ${without.map(({ name }) => name).join(', ')}.`,
          ),
          suggestion: said('补正姓名与证号，使其一一对应。', 'Complete the record so that every name has its number.'),
          places: without,
          about: without.map(({ name }) => name).join('、'),
        },
      ]
    })
  },
}

export const CERTIFICATE_NUMBER_RULES: readonly PrereviewRule[] = [NUMBER_DIFFERS, NUMBER_SHARED, NUMBERS_UNPAIRED]
